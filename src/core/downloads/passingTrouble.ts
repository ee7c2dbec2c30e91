import { type ErrorCode, PropsmithError } from '../model/errors';
import type { WaitsFor } from '../model/jobRecord';

/** A download stopped for now. The same may work a while later, so it is tried again for as long as it takes. */
export class PassingTrouble extends PropsmithError {
	readonly waitsFor: WaitsFor;
	/** Ms that the other side asks us to wait. */
	readonly afterMs: number | undefined;
	/** Bytes came that are kept, so the next try goes on from them. */
	readonly progressed: boolean;
	/** The next try need not wait. */
	readonly atOnce: boolean;

	constructor(
		code: ErrorCode,
		trouble: {
			waitsFor: WaitsFor;
			detail?: string | undefined;
			afterMs?: number | undefined;
			progressed?: boolean;
			atOnce?: boolean;
			cause?: unknown;
		},
	) {
		super(code, { detail: trouble.detail, cause: trouble.cause });
		this.waitsFor = trouble.waitsFor;
		this.afterMs = trouble.afterMs;
		this.progressed = trouble.progressed ?? false;
		this.atOnce = trouble.atOnce ?? false;
	}
}

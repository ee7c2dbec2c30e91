import { providerIds } from '../model/account';
import { type AdoptedTask, type JobRequest, type Operation, operations } from '../model/request';
import { isPlainObject, readOptions } from '../model/requestFields';
import type { ProducedBy } from '../providers/sourceChain';

/** What a sidecar tells of the task that made its asset. */
export interface Provenance extends Pick<ProducedBy, 'provider'> {
	readonly jobId: string;
	readonly taskId: string;
	/** Absent where the sidecar does not tell what made the task, as for one that was adopted. */
	readonly origin?: ProducedBy;
	/** Ms since the epoch at which the service forgets the task, where it told. */
	readonly expiresAt?: number;
}

/** Reads a sidecar, which anybody may have changed; undefined for a text that is none. */
export function readProvenance(text: string): Provenance | undefined {
	try {
		const sidecar: unknown = JSON.parse(text);
		return isPlainObject(sidecar) ? provenanceIn(sidecar) : undefined;
	} catch {
		return undefined;
	}
}

function provenanceIn(sidecar: Readonly<Record<string, unknown>>): Provenance | undefined {
	const { jobId, taskId, expiresAt } = sidecar;
	const provider = providerIds.find((id) => id === sidecar.provider);
	if (!provider || typeof taskId !== 'string' || typeof jobId !== 'string') return undefined;
	const operation = operations.find((name) => name === sidecar.operation);
	const madeBy = operations.find((name) => name === sidecar.madeBy);
	const adopted: AdoptedTask = {
		operation: 'adoptTask',
		taskId,
		...(madeBy ? { madeBy, verified: true } : {}),
		options: {},
	};
	const expiry = typeof expiresAt === 'string' ? Date.parse(expiresAt) : Number.NaN;
	return {
		...{ provider, jobId, taskId },
		...(operation ? { origin: { provider, request: requestIn(operation, sidecar) } } : {}),
		...(madeBy && sidecar.operation === 'adoptTask' ? { origin: { provider, request: adopted } } : {}),
		...(Number.isNaN(expiry) ? {} : { expiresAt: expiry }),
	};
}

/** As much of the request as rules about sources look at: its options, and which inputs it had. */
function requestIn(operation: Operation, sidecar: Readonly<Record<string, unknown>>): JobRequest {
	const { prompt, images, views } = sidecar;
	return {
		operation,
		...(typeof prompt === 'string' ? { prompt } : {}),
		...(Array.isArray(images) ? { images: images.map(String) } : {}),
		...(isPlainObject(views) ? { views } : {}),
		options: readOptions(sidecar.options),
	};
}

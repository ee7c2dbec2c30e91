import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type JobRecord, taskOf } from '../../../src/core/model/jobRecord';
import type { Reaper } from './reaper';
import { recordsOnDisk } from './recordsOnDisk';

/** Knows which disk operation is which named point. */
export class DiskPoints {
	private takingOver = false;
	private landed = false;

	constructor(
		private readonly reaper: Reaper,
		private readonly records: string,
		private readonly ledger: string,
		private readonly output: string,
		/** Whether the leading window serves another one's call now. */
		private readonly inCall: () => boolean,
	) {}

	takesOver(now: boolean): void {
		this.takingOver = now;
	}

	before(operation: string, paths: readonly string[]): void {
		const { reaper } = this;
		const named = paths[1] ?? '';
		if (this.takingOver) reaper.at('whileTakingOver');
		if (operation === 'rename' && this.isRecord(named)) {
			reaper.at('recordBeforeRename');
			if (this.bringsTaskId(paths[0] ?? '')) reaper.at('taskIdBeforeRename');
			if (this.inCall()) reaper.at('midCall');
		}
		if (this.writesLedger(operation, paths)) reaper.at('ledgerBeforeLine');
		if (this.namesModel(operation, named)) reaper.at('modelBeforeRename');
		if (operation === 'rename' && named.endsWith('.propsmith.json')) reaper.at('sidecarBeforeRename');
		// The next record after a model landed, whichever job it is of: that model's own does not tell of it yet.
		if (this.landed && operation === 'open w' && path.dirname(paths[0] ?? '') === this.records) {
			this.landed = false;
			reaper.at('modelBeforeRecord');
		}
	}

	after(operation: string, paths: readonly string[]): void {
		const named = paths[1] ?? '';
		if (operation === 'rename' && this.isRecord(named)) this.reaper.at('recordAfterRename');
		if (this.writesLedger(operation, paths)) this.reaper.at('ledgerAfterLine');
		if (this.namesModel(operation, named)) {
			this.landed = true;
			this.reaper.at('modelAfterRename');
		}
	}

	private isRecord(file: string): boolean {
		return path.dirname(file) === this.records && file.endsWith('.json');
	}

	private writesLedger(operation: string, [file]: readonly string[]): boolean {
		return operation === 'file.writeFile' && file === this.ledger;
	}

	private namesModel(operation: string, file: string): boolean {
		return (
			(operation === 'link' || operation === 'rename') &&
			path.dirname(file) === this.output &&
			file.endsWith('.glb')
		);
	}

	/** Whether the record that is about to get its name is the first one to tell of the job's task. */
	private bringsTaskId(temporary: string): boolean {
		const next = JSON.parse(readFileSync(temporary, 'utf8')) as JobRecord;
		if (next.state.kind !== 'running') return false;
		const former = recordsOnDisk(this.records).find(({ id }) => id === next.id);
		return former !== undefined && taskOf(former.state) === undefined;
	}
}

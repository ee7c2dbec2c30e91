import { appendFileSync } from 'node:fs';
import type { StateKind } from '../../../src/core/model/jobRecord';
import type { Mishap } from '../plan/plan';
import type { Point } from '../plan/points';

/** A job as its record on disk tells it. */
export interface Seen {
	readonly id: string;
	readonly key: number;
	readonly kind: StateKind;
}

/** What a window did, in its own words. */
export type Entry =
	/** Its engine was started. */
	| { readonly what: 'leads' }
	/** Another window leads. */
	| { readonly what: 'follows' }
	/** It was told, after the time that a window waits, that nobody leads. */
	| { readonly what: 'finds nobody' }
	/** `generate` resolved: these jobs were promised to the user. */
	| { readonly what: 'promised'; readonly ids: readonly string[] }
	/** A paid POST is about to leave. */
	| { readonly what: 'posts'; readonly key: number }
	/** The user is about to have a job sent again, because the ledger has no task of it; or did not after all. */
	| { readonly what: 'submitsAgain' | 'wasNotAsked'; readonly key: number }
	| { readonly what: 'mishap'; readonly kind: Mishap['kind'] }
	/** Its last words: how the records were on disk when it died. */
	| {
			readonly what: 'dies';
			readonly point: Point;
			readonly powerCut: boolean;
			readonly jobs: readonly Seen[];
	  }
	| { readonly what: 'pauses' }
	/** A law was broken before this process's eyes. */
	| { readonly what: 'broken'; readonly law: string }
	/** A download goes on where it was. */
	| { readonly what: 'resumes' }
	| { readonly what: 'over' };

export type SignedEntry = Entry & { readonly by: string };

/** Written at once and past the process's own end: what the harness knows of a killed process is here. */
export class Diary {
	constructor(
		private readonly path: string,
		private readonly name: string,
	) {}

	write(entry: Entry): void {
		appendFileSync(this.path, `${JSON.stringify({ by: this.name, ...entry })}\n`);
	}
}

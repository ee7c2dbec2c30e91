import { linkSync, mkdirSync, renameSync, statSync, truncateSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import type { Dice } from '../plan/dice';

/** What of a file would survive a power cut. */
interface Durability {
	flushedBytes: number;
	/** Written to since the last flush. */
	dirty: boolean;
}

/** A change of a folder that was not flushed, and how to take it back. */
interface LooseEnd {
	readonly folder: string;
	takeBack(): void;
}

/**
 * Remembers what was not flushed, and loses it in a power cut: the ends of files, and the latest of the renames,
 * links and removals. A SIGKILL alone leaves the system's cache whole, so a missing flush would go unnoticed.
 */
export class LossyDisk {
	private readonly files = new Map<string, Durability>();
	private looseEnds: LooseEnd[] = [];
	private kept = 0;

	constructor(
		private readonly attic: string,
		private readonly name: string,
		private readonly dice: Dice,
	) {}

	opened(file: string, flags: string): void {
		if (/^[wx]/.test(flags)) this.files.set(file, { flushedBytes: 0, dirty: true });
		else if (flags !== 'r' && !this.files.has(file))
			this.files.set(file, { flushedBytes: sizeOf(file), dirty: false });
	}

	written(file: string): void {
		const durability = this.files.get(file);
		if (durability) durability.dirty = true;
	}

	/** What was flushed stays, up to the new length. */
	truncated(file: string, bytes: number): void {
		const durability = this.files.get(file);
		if (!durability) return;
		durability.dirty = true;
		durability.flushedBytes = Math.min(durability.flushedBytes, bytes);
	}

	/** What was written before the flush began is safe; answers what to call when it ended. */
	flushing(file: string): () => void {
		const durability = this.files.get(file);
		if (durability) {
			const flushedBytes = sizeOf(file);
			return () => Object.assign(durability, { dirty: false, flushedBytes });
		}
		const safe = new Set(this.looseEnds.filter(({ folder }) => folder === file));
		return () => {
			this.looseEnds = this.looseEnds.filter((end) => !safe.has(end));
		};
	}

	/** To be called before the operation; what is answered, after it. */
	renaming(from: string, to: string): () => void {
		const former = this.keep(to);
		return () => {
			this.follow(from, to);
			this.files.delete(from);
			this.loose(to, () => {
				renameSync(to, from);
				if (former) renameSync(former, to);
			});
		};
	}

	linking(from: string, to: string): () => void {
		return () => {
			this.follow(from, to);
			this.loose(to, () => unlinkSync(to));
		};
	}

	removing(file: string): () => void {
		const former = this.keep(file);
		return () => {
			if (former) this.loose(file, () => renameSync(former, file));
		};
	}

	cutPower(): void {
		// Folders are journalled in order: an older change is never lost without the newer ones.
		const lost = this.dice.whole(0, this.looseEnds.length);
		for (const [file, { dirty, flushedBytes }] of this.files) {
			if (dirty) this.loseEnd(file, flushedBytes);
		}
		for (const { takeBack } of this.looseEnds.reverse().slice(0, lost)) attempt(takeBack);
	}

	/** Somewhere behind the flushed bytes the file ends, or goes on with zeros: its length may be known, its bytes not. */
	private loseEnd(file: string, flushedBytes: number): void {
		const size = Math.max(flushedBytes, sizeOf(file));
		const kept = this.dice.whole(flushedBytes, size);
		const zeros = this.dice.chance(0.5);
		attempt(() => {
			truncateSync(file, kept);
			if (zeros) truncateSync(file, size);
		});
	}

	private loose(file: string, takeBack: () => void): void {
		this.looseEnds.push({ folder: path.dirname(file), takeBack });
	}

	/** Both names are one file from now on. */
	private follow(from: string, to: string): void {
		const durability = this.files.get(from);
		if (durability) this.files.set(to, durability);
	}

	private keep(file: string): string | undefined {
		const former = path.join(this.attic, `${this.name}-${this.kept++}`);
		mkdirSync(this.attic, { recursive: true });
		return attempt(() => linkSync(file, former)) ? former : undefined;
	}
}

function sizeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What is not there (any more) cannot be lost. */
function attempt(change: () => void): boolean {
	try {
		change();
		return true;
	} catch {
		return false;
	}
}

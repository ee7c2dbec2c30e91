import { type Disk, systemDisk } from '../../files/disk';
import { withFileSource } from '../../files/formats/byteSource';
import { detectFormat } from '../../files/formats/detectFormat';
import { formatOf } from '../../files/formats/formats';
import { firstJobRequest, type GenerateRequest, stepRequest } from '../../model/generateRequest';
import type { FileExtensions } from '../../providers/catalogue/facts';
import { inputFiles } from './inputFiles';

/**
 * What local files are by their bytes (law 10). The beginning of each is read when it is asked about; of one that cannot
 * be read or told, only the name is known.
 */
export class InputFormats {
	private readonly extensions = new Map<string, readonly string[]>();

	constructor(private readonly disk: Pick<Disk, 'open' | 'stat'> = systemDisk) {}

	/** As far as files were looked at. */
	get known(): FileExtensions {
		return this.extensions;
	}

	/** Looks at these files, again where it has before: they may have changed. */
	async look(paths: readonly string[]): Promise<void> {
		for (const path of new Set(paths)) {
			const extensions = await this.extensionsOf(path).catch(() => []);
			if (extensions.length > 0) this.extensions.set(path, extensions);
			else this.extensions.delete(path);
		}
	}

	/** Looks at all files that requests name. */
	async lookInto(requests: readonly GenerateRequest[]): Promise<void> {
		await this.look(requests.flatMap(filesOf));
	}

	private async extensionsOf(path: string): Promise<readonly string[]> {
		// A pipe would be read for ever.
		if (!(await this.disk.stat(path)).isFile()) return [];
		const { kind, extensions } = await withFileSource(this.disk, path, async (source) =>
			formatOf(await detectFormat(source)),
		);
		// What is neither has its own words in `checkInputs`.
		return kind === 'model' || kind === 'picture' ? extensions : [];
	}
}

function filesOf(wanted: GenerateRequest): string[] {
	const { provider, followUps = [] } = wanted;
	const requests = [firstJobRequest(wanted), ...followUps.map(stepRequest)];
	return requests.flatMap((request) => inputFiles({ provider, request }));
}

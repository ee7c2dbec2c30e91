import { systemDisk } from '../../../src/core/files/disk';
import { LedgerFile } from '../../../src/core/spending/ledgerFile';
import { RecordingLog } from '../../unit/core/support/recordingLog';
import { checkFiles } from './checkFiles';
import { checkMoney } from './checkMoney';
import { checkRecords } from './checkRecords';
import { checkStory } from './checkStory';
import type { Leavings } from './evidence';
import { foldersIn } from './folders';

/** Every law that a run could have broken, and what it came to; answers what is wrong, in words. */
export async function verify({ plan, folder, books, diary, figures }: Leavings): Promise<string[]> {
	const { records: recordsFolder, ledger, output } = foldersIn(folder);
	const { records, problems } = await checkRecords(recordsFolder, plan, diary, figures);
	const evidence = {
		plan,
		diary,
		records,
		ledger: await books.ledger(),
		entries: [...(await new LedgerFile(systemDisk, ledger, new RecordingLog()).read()).values()],
		tasks: await books.tasks(),
		posts: await books.posts(),
		figures,
	};
	return [
		...problems,
		...checkStory(evidence),
		...checkMoney(evidence),
		...(await checkFiles(evidence, output)),
	];
}

import type { SignedEntry } from '../window/diary';
import type { Evidence } from './evidence';

/** What the processes saw: no law broken, no POST but the one, the user needed only for what died before its answer. */
export function checkStory({ plan, diary, figures }: Evidence): string[] {
	const problems: string[] = [];
	for (const entry of diary) {
		if (entry.what === 'broken') problems.push(`${entry.by}: ${entry.law}`);
		if (entry.what === 'mishap') figures.add(`mishap ${entry.kind}`);
		if (entry.what === 'dies') {
			figures.add(`killed ${entry.point}`);
			figures.add('kills');
			if (entry.powerCut) figures.add('kills with a power cut');
		}
	}
	for (const { key, count } of plan.wanted) {
		const posts = times(diary, 'posts', key);
		const again = times(diary, 'submitsAgain', key) - times(diary, 'wasNotAsked', key);
		if (posts > count + again)
			problems.push(
				`wish ${key} was sent ${posts} times for ${count} jobs, ${again} times by the user again`,
			);
		const doubts = doubtsAbout(diary, key);
		if (again > doubts)
			problems.push(`the user had to send wish ${key} again ${again} times after ${doubts} deaths in doubt`);
		figures.add('sent again by the user', again);
	}
	const planned = plan.generations.flatMap(({ windows }) => windows).filter(({ death }) => death).length;
	figures.add(
		'deaths whose point was never reached',
		planned - diary.filter(({ what }) => what === 'dies').length,
	);
	figures.add('downloads gone on with', diary.filter(({ what }) => what === 'resumes').length);
	figures.add('runs');
	figures.add('windows', new Set(diary.map(({ by }) => by)).size);
	return problems;
}

/** How often a death left the user with a job that only they can decide about. */
function doubtsAbout(diary: readonly SignedEntry[], key: number): number {
	return diary.flatMap((death) => {
		if (death.what !== 'dies') return [];
		const asked = diary.some(
			(entry) => entry.what === 'submitsAgain' && entry.key === key && entry.by === death.by,
		);
		return death.jobs.filter(
			// A POST is open only while its record says `submitting`; and what the user had decided may be lost, too.
			(job) => job.key === key && (job.kind === 'submitting' || (asked && job.kind === 'uncertain')),
		);
	}).length;
}

function times(diary: readonly SignedEntry[], what: SignedEntry['what'], key: number): number {
	return diary.filter((entry) => entry.what === what && 'key' in entry && entry.key === key).length;
}

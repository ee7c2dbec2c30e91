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
		// A POST is open only while its record says `submitting`: each death leaves so many doubts and no more.
		const doubts = diary.flatMap((entry) =>
			entry.what === 'dies' ? entry.jobs.filter((job) => job.key === key && job.kind === 'submitting') : [],
		).length;
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

function times(diary: readonly SignedEntry[], what: SignedEntry['what'], key: number): number {
	return diary.filter((entry) => entry.what === what && 'key' in entry && entry.key === key).length;
}

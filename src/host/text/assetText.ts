import { type AssetFile, creditsOf, type JobRecord } from '../../core/model/jobRecord';
import type { ModelFacts } from '../../core/model/modelFacts';
import type { Formatter } from './formatter';
import { fileName, jobTitle } from './jobText';
import type { TooltipLine, TooltipText } from './rowText';

/** What stands beside a file's name in the Assets view. */
export function assetStatus({ facts }: AssetFile, formatter: Formatter): string {
	return facts ? `${formatter.number(facts.triangles)} triangles` : '';
}

/** What the tooltip of a file's row says. */
export function assetTooltipText(job: JobRecord, file: AssetFile, formatter: Formatter): TooltipText {
	const { path, facts, notes = [], bytes } = file;
	return {
		title: fileName(path),
		lines: [
			['From', jobTitle(job)],
			...(facts ? factLines(facts, formatter) : []),
			...notes.map((note) => ['Note', note] as const),
			['File', `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`],
			['Credits', formatCharge(job, formatter)],
		],
	};
}

function factLines(facts: ModelFacts, formatter: Formatter): TooltipLine[] {
	const { triangles, size, textures, materials, requires, uses } = facts;
	const lines: TooltipLine[] = [['Triangles', formatter.number(triangles)]];
	if (size) lines.push(['Size', `${size.map((metres) => metres.toFixed(2)).join(' × ')} m (x, y, z)`]);
	const inMaterials = `${formatter.number(materials)} material${materials === 1 ? '' : 's'}`;
	lines.push(['Textures', `${formatter.number(textures)} in ${inMaterials}`]);
	if (requires) lines.push(['Requires', requires.join(', ')]);
	if (uses) lines.push(['Uses', uses.join(', ')]);
	return lines;
}

function formatCharge({ provider, state }: JobRecord, formatter: Formatter): string {
	if (provider === 'sandbox') return 'none (sandbox)';
	const credits = creditsOf(state);
	return credits === undefined ? 'not told' : formatter.credits(credits, provider);
}

import path from 'node:path';
import { projectRoot } from '../harness/projectPaths';
import { capabilityTables } from './capabilityTable';

export const readmePath = path.join(projectRoot, 'README.md');

const begin = '<!-- Written by npm run capabilities. -->';
const end = '<!-- End of what npm run capabilities writes. -->';

/** README with the tables of the present catalogues in their place; rejects one without the place. */
export function withCapabilities(readme: string): string {
	const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
	if (from < 0 || to < from) throw new Error('README.md has no place for the tables');
	return `${readme.slice(0, from + begin.length)}\n\n${capabilityTables()}\n\n${readme.slice(to)}`;
}

import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../harness/projectPaths';

describe('CONTRIBUTING', () => {
	const text = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8');

	it('names files that exist, and tests by where they lie', () => {
		const names = new Set(
			[...text.matchAll(/`((?:src|test|core|host|sandbox|placeholders)\/[\w./]+)`/g)].map(
				([, name = '']) => name,
			),
		);
		assert.ok(names.size > 60, `${names.size} names`);
		const missing = [...names].filter(
			(name) =>
				![
					name,
					`src/${name}`,
					...['unit', 'service', ''].map((folder) => join('test', folder, `${name}.test.ts`)),
				].some((path) => existsSync(join(projectRoot, path))),
		);
		assert.deepEqual(missing, []);
	});
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeError, errorCodes } from '../../src/core/model/errors';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { contributes } = JSON.parse(read('package.json'));
const titles = new Set<string>(
	contributes.commands.map(({ category, title }: Record<string, string>) => `${category}: ${title}`),
);
const settings = new Set(Object.keys(contributes.configuration.properties));
const ids = new Set<string>([
	...settings,
	...contributes.commands.map(({ command }: { command: string }) => command),
]);

/** Everything that users read: by where it stands. */
const texts: readonly [where: string, text: string][] = [
	[
		'the table of errors',
		errorCodes()
			.map((code) => describeError({ code }))
			.join('\n'),
	],
	['README', read('README.md')],
	['CHANGELOG', read('CHANGELOG.md')],
	['package.json', JSON.stringify(contributes)],
	...readdirSync(join(root, 'src', 'host'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path): [string, string] => [`src/host/${path}`, read(join('src', 'host', path))]),
];

function missing(pattern: RegExp, known: ReadonlySet<string>): string[] {
	return texts.flatMap(([where, text]) =>
		[...text.matchAll(pattern)].flatMap(([, name = '']) => (known.has(name) ? [] : [`${where}: ${name}`])),
	);
}

describe('What messages and pages advise', () => {
	it('names commands as the palette shows them', () => {
		assert.ok(titles.has('Propsmith: Set API Key…'));
		assert.deepEqual(missing(/(?:“|\*\*)(Propsmith: [^”*$]+)(?:”|\*\*)/g, titles), []);
	});

	it('names settings that exist', () => {
		assert.ok(settings.has('propsmith.outputFolder'));
		// Sources name other things so, too: views, secrets, context keys.
		const wrong = missing(/\b(propsmith\.(?!json\b|propsmith\b)[a-z][\w.]*\w)/g, ids);
		assert.deepEqual(
			wrong.filter((words) => !words.startsWith('src/') && !words.startsWith('package.json')),
			[],
		);
		assert.deepEqual(missing(/#(propsmith\.[\w.]+)#/g, settings), []);
	});

	it('tells every setting in README, with its default', () => {
		const readme = read('README.md');
		for (const [name, { default: value }] of Object.entries<{ default: unknown }>(
			contributes.configuration.properties,
		)) {
			const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
			assert.ok(row, `${name} has no row`);
			if ((typeof value === 'string' && value !== '') || typeof value === 'number')
				assert.ok(row.includes(String(value)), `${name} does not say ${value}`);
		}
	});
});

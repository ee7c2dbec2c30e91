import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

const root = join(__dirname, '..', '..', 'src');

interface Source {
	/** From src, with slashes. */
	readonly path: string;
	readonly text: string;
	readonly imports: readonly string[];
}

/** Comments and strings could look like code; imports are read before they go. */
function codeOf(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

const importPattern =
	/(?:^|[\n;])\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]|\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g;

function importsOf(text: string): string[] {
	return [...codeOf(text).matchAll(importPattern)].map(
		([, from, bare, called]) => from ?? bare ?? called ?? '',
	);
}

const sources: readonly Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.ts'))
	.map((path) => {
		const text = readFileSync(join(root, path), 'utf8');
		return { path: path.split(sep).join('/'), text, imports: importsOf(text) };
	});

/** The house that a file lives in: a folder of src, or `extension` for what stands at its top. */
function houseOf(path: string): string {
	return path.includes('/') ? (path.split('/')[0] ?? '') : 'extension';
}

/** What each house may import besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
	extension: ['host', 'core', 'shared'],
	host: ['core', 'shared'],
	core: ['shared'],
	webview: ['shared'],
	shared: [],
	sandbox: ['placeholders'],
	placeholders: [],
};

/** The floors of core, from the ground up: each may use those below it, types included. */
const floors = [
	'base',
	'model',
	'files',
	'network',
	'providers',
	'accounts',
	'downloads',
	'assets',
	'spending',
	'presets',
	'jobs/records',
	'jobs/drafts',
	'jobs/steps',
	'jobs/runner',
	'windows',
];

/** The floor that a file of core stands on; -1 where it stands on none. */
function floorOf(path: string): number {
	return floors.findIndex((floor) => path.startsWith(`core/${floor}/`));
}

/** Where a relative import leads, from src; undefined for a package. */
function targetOf(source: Source, specifier: string): string | undefined {
	return specifier.startsWith('.') ? posix.join(posix.dirname(source.path), specifier) : undefined;
}

function complaints(complain: (source: Source) => readonly string[]): string[] {
	return sources.flatMap((source) => complain(source).map((words) => `${source.path}: ${words}`));
}

describe('House rules', () => {
	it('reads imports of every form', () => {
		const forms = `import a from 'one';\nimport type {\n\tb,\n} from "two";\nexport { c } from './three';
import 'four';\nconst d = await import('five');\nlet e: typeof import('six').x;\n// import z from 'no';\n/* import 'no' */`;
		assert.deepEqual(importsOf(forms), ['one', 'two', './three', 'four', 'five', 'six']);
	});

	it('has sources to look at', () => {
		assert.ok(sources.length > 50, `${sources.length} files`);
		assert.ok(sources.some(({ imports }) => imports.length > 5));
	});

	it('lets arrows go one way: extension → host → core → shared, webview → shared, sandbox → placeholders', () => {
		const wrong = complaints((source) => {
			const house = houseOf(source.path);
			const allowed = arrows[house];
			if (!allowed) return [`nobody has said what “${house}” may import`];
			return source.imports.flatMap((specifier) => {
				const target = targetOf(source, specifier);
				if (target === undefined) return [];
				const other = target.startsWith('..') ? 'outside of src' : houseOf(target);
				return other === house || allowed.includes(other) ? [] : [`${house} → ${other} (${specifier})`];
			});
		});
		assert.deepEqual(wrong, []);
	});

	it(`lets arrows in core run down the floors: ${floors.join(' < ')}`, () => {
		const wrong = complaints((source) => {
			if (houseOf(source.path) !== 'core') return [];
			const floor = floorOf(source.path);
			if (floor < 0) return ['stands on no floor of core'];
			return source.imports.flatMap((specifier) => {
				const target = targetOf(source, specifier);
				return target !== undefined && houseOf(target) === 'core' && floorOf(target) > floor
					? [`${floors[floor]} → ${floors[floorOf(target)]} (${specifier})`]
					: [];
			});
		});
		assert.deepEqual(wrong, []);
	});

	it('has no two folders side by side that import each other', () => {
		const folderOf = (path: string): string => posix.dirname(path);
		const arrowsFound = new Set(
			sources.flatMap((source) =>
				source.imports.flatMap((specifier) => {
					const target = targetOf(source, specifier);
					return target === undefined ? [] : [`${folderOf(source.path)} → ${folderOf(target)}`];
				}),
			),
		);
		const mutual = [...arrowsFound].filter((arrow) => {
			const [from = '', to = ''] = arrow.split(' → ');
			const isInside = from.startsWith(`${to}/`) || to.startsWith(`${from}/`);
			return from < to && !isInside && arrowsFound.has(`${to} → ${from}`);
		});
		assert.deepEqual(mutual, []);
	});

	it('keeps vscode in the host', () => {
		const wrong = complaints(({ path, imports }) =>
			imports.includes('vscode') && !['extension', 'host'].includes(houseOf(path)) ? ['imports vscode'] : [],
		);
		assert.deepEqual(wrong, []);
	});

	it('lets what the host says be told without VS Code', () => {
		const wrong = complaints(({ path, imports }) =>
			path.startsWith('host/text/')
				? imports.filter((specifier) => specifier === 'vscode' || /^\.\.\/(?!\.\.\/core\/)/.test(specifier))
				: [],
		);
		assert.deepEqual(wrong, []);
	});

	it('sends all requests through the HTTP port, the way that VS Code sends its own', () => {
		const inHouse = ({ path }: Source): boolean => !['sandbox', 'placeholders'].includes(houseOf(path));
		const wrong = complaints((source) =>
			!inHouse(source) || source.path === 'core/network/nodeHttp.ts'
				? []
				: [
						...source.imports.filter((name) => name === 'undici'),
						...(/import \{[^}]*\} from 'node:https?'/.test(source.text.replace(/import type [^;]*;/g, ''))
							? ['imports what sends']
							: []),
						...(/(await|return|=>?|globalThis\.)\s*fetch\(/.test(codeOf(source.text)) ? ['calls fetch'] : []),
					],
		);
		assert.deepEqual(wrong, []);
	});

	it('lets the host call services through the queue alone, but for checking a key that is not kept yet', () => {
		const allowed: Readonly<Record<string, RegExp>> = {
			'host/commands/checkKey.ts': /^accounts\.connectWith\(/,
		};
		const wrong = complaints(({ path, text }) =>
			path.startsWith('host/')
				? [...codeOf(text).matchAll(/\w+\.connect(With)?\(/g)]
						.map(([call]) => call)
						.filter((call) => !allowed[path]?.test(call))
				: [],
		);
		assert.deepEqual(wrong, []);
	});

	it('names Node’s modules as such', () => {
		const wrong = complaints(({ imports }) =>
			imports.filter((name) =>
				/^(fs|path|os|crypto|http|https|net|url|util|stream|buffer|events|zlib)(\/|$)/.test(name),
			),
		);
		assert.deepEqual(wrong, []);
	});

	it('has no file above 350 lines, and half of them below 100', () => {
		const lines = ({ text }: Source): number => text.split('\n').length - 1;
		assert.deepEqual(
			complaints((source) => (lines(source) > 350 ? [`${lines(source)} lines`] : [])),
			[],
		);
		const sorted = sources.map(lines).sort((a, b) => a - b);
		assert.ok((sorted[Math.floor(sorted.length / 2)] ?? 0) < 100);
	});

	const forbidden: readonly [what: string, pattern: RegExp][] = [
		['no default exports', /^export default\b|\bas default\b/m],
		['no barrels', /^export (type )?\*/m],
		['no re-exports', /^export (type )?\{[^}]*\} from/m],
		['no state of modules', /^(export )?(let|var)\b/m],
		['no any', /[:<(|,]\s*any\b(?!\s*\()|\bas any\b/],
	];
	for (const [what, pattern] of forbidden)
		it(`has ${what}`, () => {
			const wrong = complaints(({ text }) => {
				const found = pattern.exec(codeOf(text).replace(/(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g, "''"));
				return found ? [found[0].trim()] : [];
			});
			assert.deepEqual(wrong, []);
		});
});

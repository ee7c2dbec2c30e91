import assert from 'node:assert/strict';
import { promptsOf } from '../../../../src/core/presets/promptList';

describe('Prompts of a text', () => {
	const cases: readonly [what: string, text: string, prompts: readonly string[]][] = [
		['one a line', 'oak barrel\niron gate', ['oak barrel', 'iron gate']],
		['line ends of every system', 'a\r\nb\rc\n', ['a', 'b', 'c']],
		['separators of word processors', 'a\u2028b\u2029c\u000Bd', ['a', 'b', 'c', 'd']],
		['blank lines and blanks around', '\n  a  \n\t\n\nb\n', ['a', 'b']],
		['lines without a visible character', 'a\n\u200B\n\u00A0\u3164\n\uFE0F\nb', ['a', 'b']],
		['comments, also after blanks', '# props\na\n  # more\nb # kept', ['a', 'b # kept']],
		['a byte order mark', '\uFEFF# props\na', ['a']],
		['the same one twice: two are wanted', 'crate\ncrate', ['crate', 'crate']],
		[
			'list markers',
			'- a\n* b\n+ c\n• d\n1. e\n12) f\n1、樽\n２',
			['a', 'b', 'c', 'd', 'e', 'f', '樽', '２'],
		],
		['nested lists and quotes', '  - a\n> b\n>> - c\n- - d', ['a', 'b', 'c', 'd']],
		['check boxes', '- [ ] a\n* [x] b\n1. [X] c\n[ ] d\n☐ e\n- [] f', ['a', 'b', 'c', 'd', 'e', 'f']],
		['marks with nothing behind them', '-\n- [ ]\n1.\n>\n- [x] \u200B', []],
		[
			'what only looks like a mark',
			'-5 °C ice\n+1 sword\n3.5 inch gun\n[red] cube\n*bold*',
			['-5 °C ice', '+1 sword', '3.5 inch gun', '[red] cube', '*bold*'],
		],
		['headings', '# Village\na\n## Inn\nb\nMarket\n======\nc', ['a', 'b', 'c']],
		['horizontal rules', 'a\n---\n***\n___\n- - -\n* * *\nb', ['a', 'b']],
		['fences of code', '```text\na\n```\n~~~\nb\n~~~', ['a', 'b']],
		['nothing at all', '', []],
		['only comments', '# a\n#b\n- # c', []],
	];
	for (const [what, text, prompts] of cases)
		it(what, () =>
			assert.deepEqual(
				promptsOf(text).map(({ prompt }) => prompt),
				prompts,
			),
		);

	it('knows the line of each as an editor counts', () => {
		const lines = (text: string, first?: number): number[] => promptsOf(text, first).map(({ line }) => line);
		assert.deepEqual(lines('# c\r\na\r\n\r\nb\u2028c\rd'), [2, 4, 4, 5]);
		assert.deepEqual(lines('a\nb', 7), [7, 8]);
	});
});

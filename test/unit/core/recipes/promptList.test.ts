import assert from 'node:assert/strict';
import { promptsOf } from '../../../../src/core/recipes/promptList';

describe('Prompts of a text', () => {
	const cases: readonly [what: string, text: string, prompts: readonly string[]][] = [
		['one a line', 'oak barrel\niron gate', ['oak barrel', 'iron gate']],
		['line ends of every system', 'a\r\nb\rc\n', ['a', 'b', 'c']],
		['blank lines and blanks around', '\n  a  \n\t\n\nb\n', ['a', 'b']],
		['comments, also after blanks', '# props\na\n  # more\nb # kept', ['a', 'b # kept']],
		['a byte order mark', '\uFEFF# props\na', ['a']],
		['the same one twice: two are wanted', 'crate\ncrate', ['crate', 'crate']],
		['nothing at all', '', []],
		['only comments', '# a\n#b', []],
	];
	for (const [what, text, prompts] of cases) it(what, () => assert.deepEqual(promptsOf(text), prompts));
});

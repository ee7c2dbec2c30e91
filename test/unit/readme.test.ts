import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { catalogueOf } from '../../src/core/providers/catalogues';
import { readmePath, withCapabilities } from '../documentation/readme';

describe('README', () => {
	const readme = readFileSync(readmePath, 'utf8');

	it('has the tables that the catalogues make; `npm run capabilities` writes them', () => {
		assert.equal(readme, withCapabilities(readme));
	});

	it('tells of every operation of both services, with its price', () => {
		for (const provider of ['tripo', 'meshy'] as const)
			for (const operation of Object.keys(catalogueOf(provider).operations))
				assert.match(
					readme,
					new RegExp(`\`${operation}\`<br>.*\\| (.*\\d|free|.*not published) .*\\|`),
					operation,
				);
	});

	it('notices a table that was changed by hand', () => {
		const changed = readme.replace('`textToModel`<br>', '`textToSoup`<br>');
		assert.notEqual(changed, readme);
		assert.equal(withCapabilities(changed), readme);
	});
});

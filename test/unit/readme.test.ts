import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { Operation } from '../../src/core/model/request';
import type { OperationSpec } from '../../src/core/providers/catalogue/operationSpec';
import { catalogueOf } from '../../src/core/providers/catalogues';
import { callOf as meshyCall } from '../../src/core/providers/meshy/calls';
import { callOf as tripoCall } from '../../src/core/providers/tripo/calls';
import { leftOut } from '../documentation/leftOut';
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

	for (const provider of ['tripo', 'meshy'] as const) {
		const { operations } = catalogueOf(provider);
		const names = Object.keys(operations) as Operation[];
		const pathOf = provider === 'tripo' ? tripoCall : meshyCall;
		it(`tells of nothing that ${provider} is used for that it is left out`, () => {
			for (const { paths = [], parameters = [], operations: of = names } of leftOut[provider]) {
				for (const path of paths) assert.ok(!names.some((name) => pathOf(name).path.includes(path)), path);
				for (const parameter of parameters) {
					const [name = '', value] = parameter.split(': ');
					const offered = of.filter((operation) => isOffered(operations[operation], name, value));
					assert.deepEqual(offered, [], parameter);
				}
			}
		});
	}

	it('notices a table that was changed by hand', () => {
		const changed = readme.replace('`textToModel`<br>', '`textToSoup`<br>');
		assert.notEqual(changed, readme);
		assert.equal(withCapabilities(changed), readme);
	});
});

/** Whether an operation takes a parameter or, where one is named, that value of it. */
function isOffered(spec: OperationSpec | undefined, name: string, value: string | undefined): boolean {
	if (name === spec?.models?.option)
		return value === undefined || spec.models.list.some(({ id }) => id === value);
	const known = spec?.parameters.find((one) => one.name === name);
	if (!known || value === undefined) return known !== undefined;
	return known.type === 'enum' && known.values.includes(value);
}

import assert from 'node:assert/strict';
import { decodeMotions, motionsPath } from '../../../../../src/core/providers/meshy/motions';

describe('Meshy’s library of motions, decoded', () => {
	it('keeps number, name, category and kind, in the order of the service', () => {
		const list = [
			{
				action_id: 30,
				name: 'Puddle_Jump',
				key: 'puddle_jump',
				category: 'BodyMovements',
				sub_category: 'Jumping',
				preview_url: 'https://cdn.test/30.gif',
				rig_type: ['biped'],
				added_later: { by: 'the service' },
			},
			{ action_id: -2, name: 'Breathe', category: 'DailyActions', sub_category: '', preview_url: null },
			{ action_id: 0, name: 'Bare' },
		];
		assert.deepEqual(decodeMotions(list), [
			{ id: 30, name: 'Puddle_Jump', category: 'BodyMovements', kind: 'Jumping' },
			{ id: -2, name: 'Breathe', category: 'DailyActions' },
			{ id: 0, name: 'Bare' },
		]);
	});

	it('leaves out what cannot be asked for', () => {
		const odd = [null, 7, 'walk', [], {}, { action_id: '4', name: 'a' }, { action_id: 1.5, name: 'b' }];
		assert.deepEqual(decodeMotions([...odd, { action_id: 4 }, { action_id: 5, name: '' }]), []);
	});

	for (const odd of [undefined, null, 7, 'x', {}, { result: 3 }])
		it(`takes ${JSON.stringify(odd)} for no library`, () => assert.equal(decodeMotions(odd), undefined));
});

describe('The path of Meshy’s library of motions', () => {
	const path = '/openapi/v1/animations/library';
	it('says only what is asked for, in a form that survives any text', () => {
		assert.equal(motionsPath({}), path);
		assert.equal(motionsPath({ category: 'Dancing' }), `${path}?category=Dancing`);
		assert.equal(motionsPath({ search: 'a&b=c' }), `${path}?search=a%26b%3Dc`);
	});
});

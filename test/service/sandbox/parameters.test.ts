import assert from 'node:assert/strict';
import { freshBench, ledger, model } from './bench';

const h3 = { model };
const h25 = { model: 'v2.5-20250123' };
const p1 = { model: 'P1-20260311' };
const p2 = { model: 'P2-20260801' };
const bare = { texture: false, pbr: false };

const refused: [string, Record<string, unknown>, RegExp][] = [
	['no model', { model: undefined }, /model/],
	['an alias as model', { model: 'tripo-v3.1' }, /v3\.1-20260211/],
	['an object name as model', { model: 'constructor' }, /model/],
	['an empty prompt', { prompt: '' }, /prompt/],
	['a blank prompt', { prompt: '  \n' }, /prompt/],
	['a prompt of 1025 characters', { prompt: 'x'.repeat(1025) }, /prompt/],
	['a prompt that is no text', { prompt: 7 }, /prompt/],
	['a long negative prompt', { negative_prompt: 'x'.repeat(256) }, /negative_prompt/],
	['a flag that is text', { texture: 'true' }, /texture/],
	['an unknown quality', { texture_quality: 'ultra' }, /standard/],
	['fast without its texture model', { texture_quality: 'fast' }, /v3\.5/],
	['a fractional seed', { model_seed: 1.5 }, /model_seed/],
	['a fractional face limit', { face_limit: 10.5 }, /face_limit/],
	['parts with a texture', { generate_parts: true }, /texture/],
	['parts with PBR only left out', { generate_parts: true, texture: false }, /pbr/],
	['detailed geometry on H2.5', { ...h25, geometry_quality: 'detailed' }, /geometry_quality/],
	['quad on P1, even as false', { ...p1, quad: false }, /quad/],
	['smart_low_poly on P1, even as false', { ...p1, smart_low_poly: false }, /smart_low_poly/],
	['generate_parts on P1, even as false', { ...p1, generate_parts: false }, /generate_parts/],
	['geometry_quality on P1', { ...p1, geometry_quality: 'standard' }, /geometry_quality/],
	['47 faces on P1', { ...p1, face_limit: 47 }, /face_limit/],
	['20,001 faces on P1', { ...p1, face_limit: 20_001 }, /face_limit/],
	['50,001 faces on P2', { ...p2, face_limit: 50_001 }, /face_limit/],
	['20,001 faces with smart low poly', { ...h3, smart_low_poly: true, face_limit: 20_001 }, /face_limit/],
	['an unknown orientation', { export_orientation: '+z' }, /export_orientation/],
];

const accepted: [string, Record<string, unknown>][] = [
	['a prompt of 1024 characters', { prompt: 'ü'.repeat(1024) }],
	['fast with its texture model', { texture_quality: 'fast', texture_version: 'v3.5-20260815' }],
	['parts of a bare mesh', { generate_parts: true, ...bare }],
	['20,000 faces on P1', { ...p1, face_limit: 20_000 }],
	['48 faces on P2', { ...p2, face_limit: 48 }],
	['fields nobody knows', { not_a_field: true }],
	['a field of another operation', { texture_alignment: 'nonsense' }],
	['model_version for model', { model: undefined, model_version: model }],
];

describe('sandbox: parameters of a generation', () => {
	const bench = freshBench();

	for (const [what, extra, named] of refused) {
		it(`refuses ${what}, and takes nothing for it`, async () => {
			const answer = await bench().generate(extra);
			assert.deepEqual([answer.status, answer.body.code], [400, 1004]);
			assert.match(answer.body.message ?? '', named);
			assert.deepEqual((await ledger(bench())).entries, []);
		});
	}

	for (const [what, extra] of accepted) {
		it(`accepts ${what}`, async () => {
			assert.equal((await bench().generate(extra)).status, 200);
		});
	}

	it('tells a retired model from an unknown one', async () => {
		const answer = await bench().generate({ model: 'v2.0-20240919' });
		assert.deepEqual([answer.status, answer.body.code], [400, 2015]);
	});

	it('does not let an account set priority', async () => {
		assert.equal((await bench().generate({ priority: 2 })).body.code, 2013);
	});

	it('bends a face limit of an H model instead of refusing it', async () => {
		const id = await bench().task({ ...h25, face_limit: 900_000 });
		assert.equal(((await bench().look(id)).input as Record<string, unknown>).face_limit, 500_000);
	});

	it('allows more faces with detailed geometry', async () => {
		const id = await bench().task({ face_limit: 1_900_000, geometry_quality: 'detailed' });
		assert.equal(((await bench().look(id)).input as Record<string, unknown>).face_limit, 1_900_000);
	});
});

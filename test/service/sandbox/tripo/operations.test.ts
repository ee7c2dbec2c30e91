import assert from 'node:assert/strict';
import { validateBytes } from 'gltf-validator';
import { type Bench, freshBench, ledger } from '../bench';
import { Chain, extensionOf, type Fields, fetched, type Type, types } from './chain';

const glb = 'glTF';
const png = '\x89PNG';
const fbx = 'Kaydara FBX Binary';

/** What each call answers: seconds of work, and the first bytes of every file behind its output. */
const expected: Record<Type, { seconds: number; files: Record<string, string> }> = {
	text_to_model: { seconds: 80, files: { model_url: glb, rendered_image_url: png } },
	image_to_model: { seconds: 80, files: { model_url: glb, rendered_image_url: png } },
	multiview_to_model: { seconds: 80, files: { model_url: glb, rendered_image_url: png } },
	text_to_image: { seconds: 20, files: { generated_image_url: png } },
	generate_image: { seconds: 20, files: { generated_image_url: png } },
	generate_multiview_image: {
		seconds: 25,
		files: { front_view_url: png, left_view_url: png, back_view_url: png, right_view_url: png },
	},
	edit_multiview_image: { seconds: 25, files: { back_view_url: png } },
	texture_model: { seconds: 80, files: { model_url: glb, rendered_image_url: png } },
	convert_model: { seconds: 30, files: { model_url: fbx } },
	import_model: { seconds: 10, files: { model_url: glb } },
	stylize_model: { seconds: 60, files: { model_url: glb, rendered_image_url: png } },
	mesh_segmentation: { seconds: 160, files: { model_url: glb, rendered_image_url: png } },
	mesh_completion: { seconds: 240, files: { model_url: glb, rendered_image_url: png } },
	highpoly_to_lowpoly: { seconds: 200, files: { model_url: glb, rendered_image_url: png } },
	animate_prerigcheck: { seconds: 5, files: {} },
	animate_rig: { seconds: 180, files: { model_url: glb, rendered_image_url: png } },
	animate_retarget: { seconds: 30, files: { model_url: glb } },
};

const extensions: Record<string, string> = { [glb]: 'glb', [png]: 'png', [fbx]: 'fbx' };

/** Views may come inside a member of their own. */
function linksIn(task: Fields): Fields {
	const output = task.output as Fields;
	return (output.generate_multiview_image as Fields | undefined) ?? output;
}

describe('sandbox: every operation, from its request to its files', () => {
	const bench = freshBench();
	const chain = () => new Chain(bench());

	for (const type of types) {
		const { seconds, files } = expected[type];
		it(`${type} takes about ${seconds} s and leaves ${Object.keys(files).join(', ') || 'no file'}`, async () => {
			const making = chain();
			const input = await making.input(type);
			const asked = await making.ask(type, input);
			assert.equal(asked.status, 200, JSON.stringify(asked.body));
			const id = asked.data.task_id as string;
			assert.deepEqual(asked.data, { task_id: id, type, status: 'queued' });
			assert.equal((await bench().look(id)).status, 'queued');
			await bench().advance(Math.max(4.1, seconds * 0.8));
			const running = await bench().look(id);
			if (seconds > 5) {
				assert.equal(running.status, 'running', 'too early');
				assert.ok(!('output' in running));
			}
			await bench().advance(seconds * 0.4 + 4);
			const task = await bench().look(id);
			assert.equal(task.status, 'success', JSON.stringify(task));
			assert.equal(task.type, type);
			assert.equal(task.progress, 100);
			const links = linksIn(task);
			assert.deepEqual(
				Object.keys(links).filter((name) => name.endsWith('_url')),
				Object.keys(files),
			);
			for (const [name, magic] of Object.entries(files)) {
				assert.equal(extensionOf(links[name]), extensions[magic]);
				const bytes = await fetched(links[name]);
				assert.equal(bytes.toString('latin1', 0, magic.length), magic, name);
				if (magic === glb) {
					const { issues } = await validateBytes(new Uint8Array(bytes));
					assert.equal(issues.numErrors, 0, JSON.stringify(issues.messages));
				}
			}
		});
	}

	it('tells in the books what each was and cost', async () => {
		const making = chain();
		for (const type of types) {
			await making.one(type);
		}
		const { tasks, entries, accounts } = await ledger(bench());
		assert.deepEqual(new Set(tasks.map((task) => task.type)), new Set(types));
		const charged = entries.filter((entry) => entry.kind === 'charge');
		assert.equal(charged.length, tasks.length);
		const sum = tasks.reduce((credits, task) => credits + task.charged, 0);
		assert.equal(accounts[0]?.charged, sum);
		assert.equal(accounts[0]?.balance, 10_000 - sum);
	});

	it('asks every call for a JSON object, and lets nobody set a priority', async () => {
		const making = chain();
		for (const type of types) {
			const answer = await making.ask(type, { priority: 1 });
			assert.equal(answer.body.code, 2013, type);
		}
	});
});

describe('sandbox: faults, magic words and requests of the newer operations', () => {
	const bench = freshBench();

	async function failing(word: string, type: Type, make: (bench: Bench, word: string) => Promise<Fields>) {
		const making = new Chain(bench());
		const answer = await making.ask(type, { ...(await making.input(type)), ...(await make(bench(), word)) });
		await bench().advance(1000);
		return answer.status === 200 ? bench().look(answer.data.task_id as string) : answer.body;
	}

	const ways: [string, Type, (bench: Bench, word: string) => Promise<Fields>][] = [
		['prompt', 'text_to_image', async (_bench, word) => ({ prompt: `a chair, ${word}` })],
		['prompt', 'generate_image', async (_bench, word) => ({ prompt: word })],
		['texture_prompt', 'texture_model', async (_bench, word) => ({ texture_prompt: { text: word } })],
		[
			'prompts',
			'edit_multiview_image',
			async (_bench, word) => ({ prompts: [{ view: 'left', prompt: word }] }),
		],
		['file name', 'generate_multiview_image', async (it, word) => ({ input: await it.token(`${word}.png`) })],
		[
			'file name',
			'import_model',
			async (it, word) => ({ input: await it.token(`${word}.glb`, Buffer.from('glTF....')) }),
		],
	];
	for (const [where, type, make] of ways) {
		it(`obeys magic words in the ${where} of ${type}`, async () => {
			assert.equal((await failing('sandbox-refuse', type, make)).code, 2008);
			for (const [word, code] of [
				['sandbox-ban', 2008],
				['sandbox-fail', 1001],
			] as const) {
				const task = await failing(word, type, make);
				assert.deepEqual([task.status, task.error_code, task.credits_consumed], ['failed', code, 0]);
			}
			const { accounts } = await ledger(bench());
			assert.equal(accounts[0]?.frozen, 0);
		});
	}

	it('strikes by path, and records what came', async () => {
		await bench().control('/faults', [{ path: '/mesh/*', action: { type: 'status', status: 503 } }]);
		const making = new Chain(bench());
		const input = await making.input('highpoly_to_lowpoly');
		const struck = await fetch(`${bench().sandbox.tripo}/mesh/decimate`, {
			method: 'POST',
			headers: { Authorization: 'Bearer tsk_bench-0001', 'Content-Type': 'application/json' },
			body: JSON.stringify(input),
		});
		assert.equal(struck.status, 503);
		const answer = await making.ask('highpoly_to_lowpoly', input);
		const { requests } = (await bench().control('/requests')) as unknown as { requests: Fields[] };
		assert.deepEqual(
			requests
				.filter(({ path }) => path === '/v3/mesh/decimate')
				.map(({ status, taskId }) => [status, taskId]),
			[
				[503, null],
				[200, answer.data.task_id],
			],
		);
	});

	it('gives every file of a task a link that dies, and another one each time', async () => {
		const making = new Chain(bench());
		const id = await making.one('generate_multiview_image');
		const views = async () => (await making.output(id)).generate_multiview_image as Record<string, string>;
		const [one, two] = [await views(), await views()];
		assert.notEqual(one.left_view_url, two.left_view_url);
		await bench().control('/clock', { advanceLinkSeconds: 61 });
		for (const link of Object.values(one)) {
			assert.equal((await fetch(link)).status, 403);
		}
		await fetched((await views()).left_view_url);
	});

	it('gives 404 for a file that a task does not have', async () => {
		const making = new Chain(bench());
		const { model_url: link } = await making.output(await making.one('text_to_model'));
		const altered = new URL(String(link));
		altered.pathname = altered.pathname.replace(/[^/]+$/, 'other.glb');
		assert.equal((await fetch(altered)).status, 403);
	});
});

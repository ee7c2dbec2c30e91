import { generationModels } from '../../src/core/providers/tripo/catalogue/models';
import { key, type Service } from './service';
import { options, prompt } from './work';

/** Answers with 429 are waited out so long at first and at last (s), doubling: what Tripo's documentation advises. */
const [firstWait, longestWait] = [1, 32];
/** Seconds between two looks at a task, as the official clients have it. */
const pollPause = 2;

/** When each task was noticed to be over, real ms by task id. */
export type Noticed = ReadonlyMap<string, number>;

/** What the naive script does: everything at once, and who is refused tries again. */
export async function allAtOnce(service: Service, jobs: number): Promise<Noticed> {
	const noticed = new Map<string, number>();
	await Promise.all(Array.from({ length: jobs }, () => makeOne(service, noticed)));
	return noticed;
}

/** The same script with as many workers as the account has slots, so that only its polling differs from ours. */
export async function inSlots(service: Service, jobs: number): Promise<Noticed> {
	const noticed = new Map<string, number>();
	let next = 0;
	await Promise.all(
		Array.from({ length: service.slots }, async () => {
			while (next++ < jobs) await makeOne(service, noticed);
		}),
	);
	return noticed;
}

async function makeOne(service: Service, noticed: Map<string, number>): Promise<void> {
	const id = await submit(service);
	for (;;) {
		await service.pace.sleep(pollPause);
		const { status = '' } = (await call<{ status: string }>(service, `tasks/${id}`)) ?? {};
		if (status === 'success') break;
		if (!['queued', 'running'].includes(status)) throw new Error(`a rival’s task is ${status}`);
	}
	noticed.set(id, Date.now());
}

async function submit(service: Service): Promise<string> {
	const body = { prompt, model: generationModels.default, ...options };
	for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
		const made = await call<{ task_id: string }>(service, 'generation/text-to-model', body);
		if (made) return made.task_id;
		await service.pace.sleep(wait);
	}
}

/** The answer's data; undefined when it was refused with 429. */
async function call<T>(service: Service, path: string, body?: object): Promise<T | undefined> {
	const answer = await fetch(`${service.tripo}/${path}`, {
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
	});
	const { data } = (await answer.json()) as { data?: T };
	if (data || answer.status === 429) return data;
	throw new Error(`${path} answered ${answer.status}`);
}

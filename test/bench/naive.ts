import { systemClock } from '../../src/core/clock';
import { speed } from './machine';

/**
 * What scripts and official clients do: everything at once, a doubling wait after each 429, and each task asked after
 * every two seconds. Answers when each task was noticed to be over (real ms), by task.
 */
export async function runNaively(tripo: string, key: string, jobs: number): Promise<Map<string, number>> {
	const noticed = new Map<string, number>();
	const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
	const sleep = (seconds: number): Promise<void> => systemClock.sleep((seconds * 1000) / speed);

	const submit = async (index: number): Promise<string> => {
		const bare = index % 3 === 0 ? { texture: false, pbr: false } : {};
		const body = JSON.stringify({ prompt: `crate naive ${index}`, model: 'v3.1-20260211', ...bare });
		for (let wait = 1; ; wait *= 2) {
			const answer = await fetch(`${tripo}/generation/text-to-model`, { method: 'POST', headers, body });
			const { data } = (await answer.json()) as { data?: { task_id: string } };
			if (data) return data.task_id;
			await sleep(wait);
		}
	};

	await Promise.all(
		Array.from({ length: jobs }, async (_, index) => {
			const id = await submit(index);
			for (;;) {
				await sleep(2);
				const answer = await fetch(`${tripo}/tasks/${id}`, { headers });
				const { data } = (await answer.json()) as { data: { status: string } };
				if (data.status === 'success') break;
			}
			noticed.set(id, Date.now());
		}),
	);
	return noticed;
}

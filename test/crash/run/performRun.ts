import { rm } from 'node:fs/promises';
import { within } from '../../harness/within';
import { describePlan, type Generation, type RunPlan } from '../plan/plan';
import { Figures } from './figures';
import { Stage } from './stage';
import { verify } from './verify';
import type { World } from './world';

/** No generation takes nearly as long; one that does hangs. */
const generationLimitMs = 180_000;

/** Lives through the plan and rejects, with everything that there is to know, if a law was broken. */
export async function performRun(world: World, plan: RunPlan): Promise<Figures> {
	const stage = await Stage.open(world, plan.seed, plan.concurrentTasks);
	const figures = new Figures();
	try {
		const problems: string[] = [];
		for (const [number, generation] of plan.generations.entries()) {
			const ended = live(stage, number, generation);
			problems.push(...(await within(generationLimitMs, `generation ${number} of windows to end`, ended)));
		}
		const { folder, books } = stage;
		problems.push(...(await verify({ plan, folder, books, diary: await stage.diary(), figures })));
		if (problems.length > 0) throw new Error(problems.join('\n'));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const replay = `Replay with CRASH_SEED=${plan.seed}`;
		throw new Error([message, '', describePlan(plan), replay, '', await stage.story()].join('\n'));
	} finally {
		stage.end();
	}
	await rm(stage.folder, { recursive: true, force: true });
	return figures;
}

/** One generation of windows, from the first start to the last end; answers which ended as they should not. */
async function live(stage: Stage, number: number, { windows, race }: Generation): Promise<string[]> {
	const open = [];
	for (const [index, plan] of windows.entries()) {
		const window = { plan, name: `${number}.${index}`, process: stage.window(`${number}.${index}`, plan) };
		open.push(window);
		if (!race && index === 0) await window.process.leads;
	}
	await Promise.all(open.filter(({ plan }) => !plan.lingers).map(({ process }) => process.ended));
	for (const { plan, process } of open) if (plan.lingers) process.leave();
	const problems: string[] = [];
	for (const { plan, name, process } of open) {
		const { code, signal } = await process.ended;
		const asPlanned = signal === 'SIGKILL' && plan.death !== undefined;
		if (!asPlanned && code !== 0) problems.push(`window ${name} ended with ${code ?? signal}`);
	}
	return problems;
}

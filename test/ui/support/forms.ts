import type { Workbench } from '../../harness/workbench/workbench';

/** Answers the step for the model (or a preset) and starts with its usual options. */
export async function startWith({ quickInput }: Workbench, modelOrPreset: string): Promise<void> {
	await quickInput.waitForStep('Model');
	await quickInput.pick(modelOrPreset);
	await start({ quickInput });
}

/** Starts what the sheet of options shows. */
export async function start({ quickInput }: Pick<Workbench, 'quickInput'>): Promise<void> {
	await quickInput.waitForStep('Start, or change something first');
	await quickInput.pick('Start');
}

import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../harness/eventually';
import { validateGltf } from '../harness/gltfReport';
import { cacheRoot, projectRoot } from '../harness/projectPaths';
import { openUiSession, type UiSession } from '../harness/uiSession';
import { buildDriver } from './buildDriver';
import { type DemoResult, promptVariable, resultVariable } from './demoResult';

const jobLimitMs = 180_000;

/**
 * Makes one asset from a prompt in a real VS Code, by the real command, and prints what came of it.
 * Returns whether there is a valid file.
 */
export async function runDemo(prompt: string, workspace: string): Promise<boolean> {
	const resultFile = path.join(cacheRoot, 'demo-result.json');
	await rm(resultFile, { force: true });
	const session = await openUiSession({
		workspace,
		folders: [projectRoot, await buildDriver()],
		env: { [promptVariable]: prompt, [resultVariable]: resultFile },
	});
	try {
		console.log(`Generating "${prompt}" in VS Code with the sandbox …`);
		await eventually('the job to end', () => existsSync(resultFile), jobLimitMs);
		const result = JSON.parse(await readFile(resultFile, 'utf8')) as DemoResult;
		const model = result.files.find((file) => file.endsWith('.glb'));
		if (result.state !== 'done' || !model) {
			console.error(`No model was made; the job ended as ${result.state}. ${result.error ?? ''}`);
			return false;
		}
		const valid = await printModel(model);
		console.log(`Screenshot: ${await takeScreenshot(session, model)}`);
		return valid;
	} finally {
		await session.close();
	}
}

async function printModel(file: string): Promise<boolean> {
	const { errors, warnings, triangles, messages } = await validateGltf(file);
	console.log(`Model:      ${file}`);
	console.log(`Triangles:  ${triangles}`);
	console.log(`Validator:  ${errors} errors, ${warnings} warnings`);
	for (const message of messages) {
		console.log(`            ${message}`);
	}
	return errors === 0;
}

async function takeScreenshot({ workbench }: UiSession, model: string): Promise<string> {
	await workbench.openViewContainer('Propsmith');
	await workbench.treeView('Assets').waitForRow(path.basename(model));
	return workbench.screenshot('demo');
}

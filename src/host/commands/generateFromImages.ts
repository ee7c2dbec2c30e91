import * as vscode from 'vscode';
import type { JobRequest, ViewName } from '../../core/jobs/request';
import type { AccountDirectory } from '../accountDirectory';
import type { JobHandle } from '../api';
import { commandIds } from '../contributions';
import { type Generation, type Wish, wishOf } from '../generation';
import { modelStep } from '../inputs/modelStep';
import { back, type Position, runSteps, skip } from '../inputs/steps';
import { assignViews, type Shape, shapeStep } from '../inputs/viewSteps';
import { askForFolder, outputFolder } from '../placement';
import type { Settings } from '../settings';
import type { Command } from './command';
import { isRequest } from './generateFromPrompt';

const title = 'Generate from Images';
const lastModelKey = 'lastModel';

/** More pictures than a multi-view model takes are a batch, which is always confirmed with its total. */
const mostViews = 4;

/**
 * One picture: a model of it. Two to four: one multi-view model, or one model each. More: one each, after a
 * confirmation with the total.
 */
export function generateFromImages(
	generation: Generation,
	accounts: AccountDirectory,
	settings: Settings,
	ensureAccount: () => Promise<boolean>,
	memory: vscode.Memento,
): Command {
	const interactive = async (images: readonly vscode.Uri[]): Promise<JobHandle[] | undefined> => {
		if (!(await ensureAccount())) return undefined;
		const provider = await accounts.current();
		const paths = images.map(({ fsPath }) => fsPath);
		let model = memory.get<string>(lastModelKey) ?? settings.tripoModel(images[0]);
		let shape: Shape = 'each';
		let views: Partial<Record<ViewName, string>> = {};
		const asks = paths.length > 1 && paths.length <= mostViews;
		const position = (step: number): Position => ({
			title,
			step,
			totalSteps: shape === 'one' ? 3 : asks ? 2 : 1,
		});

		const finished = await runSteps([
			async () => {
				if (!asks) return skip;
				const answer = await shapeStep({ title, step: 1, totalSteps: 3 }, paths.length);
				if (answer === 'one' || answer === 'each') shape = answer;
				return answer;
			},
			async () => {
				if (shape === 'each') return skip;
				const answer = await assignViews(position(2), paths);
				if (answer !== back && answer !== undefined) views = answer;
				return answer;
			},
			async () => {
				const example: JobRequest = { operation: 'imageToModel', images: paths.slice(0, 1), options: {} };
				const answer = await modelStep(position(position(1).totalSteps), example, provider, model);
				if (answer !== back && answer !== undefined) model = answer;
				return answer;
			},
		]);
		if (!finished) return undefined;

		const folder = outputFolder(settings, images[0]) ?? (await askForFolder());
		if (!folder) return undefined;
		const options = { model };
		const requests: JobRequest[] =
			(shape as Shape) === 'one'
				? [{ operation: 'multiviewToModel', views, options }]
				: paths.map((image) => ({ operation: 'imageToModel', images: [image], options }));
		const wishes: Wish[] = requests.map((request) => ({
			request,
			folder,
			...(images[0] ? { resource: images[0] } : {}),
		}));
		const handles = await generation.start(wishes, { alwaysConfirm: paths.length > mostViews });
		await memory.update(lastModelKey, model);
		return handles;
	};
	return {
		id: commandIds.generateFromImages,
		run: async (clicked, selected) => {
			if (isRequest(clicked)) {
				const operation =
					clicked.operation ?? ((clicked.images?.length ?? 0) > 1 ? 'multiviewToModel' : 'imageToModel');
				const [handle] = await generation.start([wishOf({ ...clicked, operation })]);
				return handle;
			}
			const images = pictures(selected, clicked);
			if (images.length > 0) return interactive(images);
			const chosen = await askForPictures();
			return chosen.length > 0 ? interactive(chosen) : undefined;
		},
	};
}

/** All selected pictures, as the explorer hands them over; the clicked one where it hands over no selection. */
function pictures(selected: unknown, clicked: unknown): vscode.Uri[] {
	const uris = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
	return uris.filter(
		(uri): uri is vscode.Uri => uri instanceof vscode.Uri && /\.(png|jpe?g|webp)$/i.test(uri.path),
	);
}

/** From the palette there is no selection: ask. */
async function askForPictures(): Promise<vscode.Uri[]> {
	const chosen = await vscode.window.showOpenDialog({
		canSelectMany: true,
		openLabel: 'Generate',
		title: 'Propsmith: pictures to make models of',
		filters: { Pictures: ['png', 'jpg', 'jpeg', 'webp'] },
	});
	return chosen ?? [];
}

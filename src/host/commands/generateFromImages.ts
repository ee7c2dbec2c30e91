import type * as vscode from 'vscode';
import type { JobHandle } from '../api';
import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import { pictureViewSteps } from '../forms/pictureSteps';
import type { GenerateService } from '../generateService';
import type { Command } from './command';
import { askForPictures, isRequest, picturesIn } from './requestArgument';

/**
 * One picture: a model of it. Two to four: one multi-view model, or one model each. More: one each, after a
 * confirmation with the total.
 */
export function generateFromImages(generateService: GenerateService, forms: Forms): Command {
	const interactive = (images: readonly vscode.Uri[]): Promise<JobHandle | undefined> => {
		const paths = images.map(({ fsPath }) => fsPath);
		return forms.run({
			title: 'Generate from Images',
			operation: 'imageToModel',
			inputs: paths.map((path) => ({ images: [path] })),
			initialSteps: (form) => pictureViewSteps(form, paths),
			resource: images[0],
			groupTitle: paths.length > 1 ? `${paths.length} pictures` : undefined,
		});
	};
	return {
		id: commandIds.generateFromImages,
		run: async (clicked, selected) => {
			if (isRequest(clicked)) {
				const several = (clicked.images?.length ?? 0) > 1;
				return generateService.startApi([
					{ operation: several ? 'multiviewToModel' : 'imageToModel', ...clicked },
				]);
			}
			const given = picturesIn(clicked, selected);
			const images = given.length > 0 ? given : await askForPictures();
			return images.length > 0 ? interactive(images) : undefined;
		},
	};
}

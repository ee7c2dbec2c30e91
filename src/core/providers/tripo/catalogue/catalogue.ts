import type { Catalogue } from '../../catalogue/operationSpec';
import { retarget, rig, rigCheck } from './animation';
import { convert } from './convert';
import { imageToModel, multiviewToModel, textToModel } from './generation';
import { importModel } from './importModel';
import { complete, decimate, segment } from './mesh';
import { editMultiview, imageToMultiview } from './multiview';
import { imageToImage, textToImage } from './pictures';
import { stylize } from './stylize';
import { texture } from './texture';

/**
 * What Tripo's v3 API makes of which inputs, for how much. Left out: refining (only drafts of retired models), splats
 * (no step goes on from them), and labelled segmentation (it takes no task).
 */
export const tripoCatalogue: Catalogue = {
	checked: '2026-11-22',
	operations: {
		textToModel,
		imageToModel,
		multiviewToModel,
		texture,
		convert,
		import: importModel,
		stylize,
		segment,
		complete,
		decimate,
		rigCheck,
		rig,
		retarget,
		textToImage,
		imageToImage,
		imageToMultiview,
		editMultiview,
	},
};

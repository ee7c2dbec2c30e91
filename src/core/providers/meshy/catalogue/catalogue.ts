import type { Catalogue } from '../../catalogue/operationSpec';
import { retarget, rig, textToMotion } from './animation';
import { imageToModel, multiviewToModel, textToModel } from './generation';
import { imageToImage, textToImage } from './images';
import { analyzePrintability, repairPrintability } from './printing';
import { convert, remesh, resize, uvUnwrap } from './processing';
import { refine, texture } from './texturing';

/** What Meshy's API makes of which inputs, for how much. */
export const meshyCatalogue: Catalogue = {
	checked: '2026-11-22',
	operations: {
		textToModel,
		refine,
		imageToModel,
		multiviewToModel,
		texture,
		remesh,
		convert,
		resize,
		uvUnwrap,
		rig,
		retarget,
		textToMotion,
		analyzePrintability,
		repairPrintability,
		textToImage,
		imageToImage,
	},
};

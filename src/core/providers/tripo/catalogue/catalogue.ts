import type { Catalogue } from '../../catalogue/catalogue';
import { imageToModel, multiviewToModel, textToModel } from './generation';

/** What Tripo's v3 API makes of which inputs, for how much. */
export const tripoCatalogue: Catalogue = {
	checked: '2026-11-22',
	operations: { textToModel, imageToModel, multiviewToModel },
};

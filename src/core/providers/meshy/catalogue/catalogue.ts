import type { Catalogue } from '../../catalogue/catalogue';

/** What Meshy's API makes of which inputs, for how much. */
export const meshyCatalogue: Catalogue = { checked: '2026-11-22', operations: {} };

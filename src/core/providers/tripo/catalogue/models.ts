import type { ModelTable } from '../../catalogue/operationSpec';

/** Models that make 3D out of texts and pictures, the one that new users start from first. Retired ones are left out. */
export const generationModels: ModelTable = {
	option: 'model',
	default: 'v3.1-20260211',
	list: [
		{
			id: 'v3.1-20260211',
			family: 'H3.1',
			label: 'H3.1',
			description: 'best quality, dense mesh',
			seconds: 120,
		},
		{
			id: 'P1-20260311',
			family: 'P1',
			label: 'P1',
			description: 'low poly, clean topology, fast',
			seconds: 60,
			taskClass: 'P',
		},
		{
			id: 'P2-20260801',
			family: 'P2',
			label: 'P2 (preview)',
			description: 'low poly with a bigger budget, several times the price',
			seconds: 90,
			taskClass: 'P',
		},
		{
			id: 'v3.0-20250812',
			family: 'H3.0',
			label: 'H3.0',
			description: 'stable predecessor of H3.1',
			seconds: 120,
		},
		{ id: 'v2.5-20250123', family: 'H2.5', label: 'H2.5', description: 'legacy', seconds: 80, legacy: true },
	],
};

/** Families of the dense models. */
export const denseFamilies = ['H3.1', 'H3.0', 'H2.5'] as const;

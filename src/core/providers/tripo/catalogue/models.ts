/** Families differ in price, in the parameters they take and in how many tasks may run. */
export type ModelFamily = 'H3.1' | 'H3.0' | 'H2.5' | 'P1' | 'P2';

export interface TripoModel {
	/** The value of the `model` field. */
	readonly id: string;
	readonly family: ModelFamily;
	/** For pickers. */
	readonly label: string;
	readonly description: string;
	/** Typical seconds from submit to success, textured. */
	readonly expectedSeconds: number;
}

/** The models of the v3 API that take new tasks, newest default first. Checked 2026-11-22. */
export const tripoModels: readonly TripoModel[] = [
	{
		id: 'v3.1-20260211',
		family: 'H3.1',
		label: 'H3.1',
		description: 'best quality, dense mesh',
		expectedSeconds: 120,
	},
	{
		id: 'P1-20260311',
		family: 'P1',
		label: 'P1',
		description: 'low poly, clean topology, fast',
		expectedSeconds: 60,
	},
	{
		id: 'P2-20260801',
		family: 'P2',
		label: 'P2 (preview)',
		description: 'low poly with a bigger budget, several times the price',
		expectedSeconds: 90,
	},
	{
		id: 'v3.0-20250812',
		family: 'H3.0',
		label: 'H3.0',
		description: 'stable predecessor of H3.1',
		expectedSeconds: 120,
	},
	{
		id: 'v2.5-20250123',
		family: 'H2.5',
		label: 'H2.5',
		description: 'legacy',
		expectedSeconds: 80,
	},
];

export const defaultTripoModel = 'v3.1-20260211';

/** Undefined for an id typed by hand that this version does not know: it is sent, and has no price. */
export function findTripoModel(id: string): TripoModel | undefined {
	return tripoModels.find((model) => model.id === id);
}

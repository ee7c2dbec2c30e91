import type { ModelSpec, ModelTable } from '../../catalogue/operationSpec';

/** Families of the models that make dense meshes, which Meshy can remesh at once; the others build few faces. */
export const denseFamilies = ['7.1', '7', '6', 'lite'] as const;
/** Families of the dense models that read a picture before they build after it. */
export const fullFamilies = ['7.1', '7', '6'] as const;
/** Families of the models of smart topology. */
export const smartFamilies = ['T2', 'T1'] as const;

/** Smart topology is a kind of its own at Meshy: its models are refused without this word, and others with it. */
const smart = { with: { model_type: 'smart-topology' } } as const;

const dense: readonly ModelSpec[] = [
	{
		id: 'meshy-7.1',
		family: '7.1',
		label: 'Meshy 7.1',
		description: 'best quality, dense mesh, remeshed to your budget',
	},
	{ id: 'meshy-6', family: '6', label: 'Meshy 6', description: 'stable predecessor, also paints what glows' },
	{ id: 'meshy-6-lite', family: 'lite', label: 'Meshy 6 Lite', description: 'a quarter of the price' },
];

const denseLegacy: readonly ModelSpec[] = [
	{ id: 'latest', family: '7.1', label: 'Latest', description: 'whatever is newest at Meshy', legacy: true },
	{ id: 'meshy-7', family: '7', label: 'Meshy 7', description: 'legacy', legacy: true },
	{ id: 'meshy-5', family: 'lite', label: 'Meshy 5', description: 'legacy', legacy: true },
];

const smartTopology: ModelSpec = {
	...smart,
	id: 'meshy-t2',
	family: 'T2',
	label: 'Meshy T2',
	description: 'low poly, clean topology, cheap and fast',
	seconds: 25,
};

/** An explicit model rather than Meshy's `latest`, so that a request means the same tomorrow. */
const table = { option: 'ai_model', default: 'meshy-7.1' } as const;

export const textModels: ModelTable = { ...table, list: [...dense, smartTopology, ...denseLegacy] };

export const imageModels: ModelTable = {
	...table,
	list: [
		...dense,
		{ ...smartTopology, seconds: 90 },
		...denseLegacy,
		{ ...smart, id: 'meshy-t1', family: 'T1', label: 'Meshy T1', description: 'legacy', legacy: true },
	],
};

/** Several pictures of one object, and textures, have no smart topology. */
export const denseModels: ModelTable = { ...table, list: [...dense, ...denseLegacy] };

/** Models that draw, by the names that their makers gave them. */
export const drawingModels: ModelTable = {
	option: 'ai_model',
	default: 'nano-banana',
	list: [
		drawing('nano-banana', 'nano-banana', 'Nano Banana', 'fast and cheap'),
		drawing('nano-banana-2', 'nano-banana-2', 'Nano Banana 2', 'balanced'),
		drawing('nano-banana-pro', 'nano-banana-pro', 'Nano Banana Pro', 'the finest of the three'),
		drawing('gpt-image-2', 'gpt-image', 'GPT Image 2', 'knows more aspect ratios'),
		drawing('gpt-image-2-5-flare', 'gpt-image', 'GPT Image 2.5 Flare', 'knows more aspect ratios'),
		drawing('gpt-image-2-5-sunburst', 'gpt-image', 'GPT Image 2.5 Sunburst', 'knows more aspect ratios'),
	],
};

function drawing(id: string, family: string, label: string, description: string): ModelSpec {
	return { id, family, label, description };
}

import type { ModelFormat } from '../../../placeholders/formats/writeModel';
import { rigOf } from '../recipe';
import { invalid } from '../refusal';
import type { Body } from '../request';
import { flag, type Parameters, partNames } from '../rules';
import { sources } from '../sources';
import type { Variants } from '../variants';
import type { Operation } from './operation';
import { namedParts } from './parts';

/** The file that each format gives; `GLTF` is one binary file, and `GLB` another name for it. */
const formats: Readonly<Record<string, ModelFormat>> = {
	GLTF: 'glb',
	GLB: 'glb',
	USDZ: 'usdz',
	FBX: 'fbx',
	OBJ: 'obj',
	STL: 'stl',
	'3MF': '3mf',
};

/** Formats that have no place for a skeleton. */
const rigid: readonly string[] = ['OBJ', 'STL', '3MF'];

const options: Parameters = {
	quad: flag,
	force_symmetry: flag,
	face_limit: { rule: { kind: 'whole', least: 1, most: 2_000_000 } },
	flatten_bottom: flag,
	flatten_bottom_threshold: { rule: { kind: 'number', least: 0.01, most: 1 } },
	texture_size: { rule: { kind: 'whole', least: 128, most: 8192 } },
	texture_format: {
		rule: {
			kind: 'choice',
			values: ['BMP', 'DPX', 'HDR', 'JPEG', 'OPEN_EXR', 'PNG', 'TARGA', 'TIFF', 'WEBP'],
		},
	},
	bake: flag,
	pack_uv: flag,
	export_vertex_colors: flag,
	pivot_to_center_bottom: flag,
	scale_factor: { rule: { kind: 'number', least: 0.01, most: 10_000 } },
	with_animation: flag,
	animate_in_place: flag,
	assemble_animation: flag,
	part_names: partNames,
	export_orientation: { rule: { kind: 'choice', values: ['+x', '-x', '+y', '-y'] } },
	// Some pages say that `bake_scale` is gone, newer ones have it.
	fbx_preset: { rule: { kind: 'choice', values: ['blender', '3dsmax', 'mixamo', 'bake_scale'] } },
};

/** A model in another file format, reshaped a little on the way. */
export const convert: Operation = {
	type: 'convert_model',
	path: '/models/convert',
	category: 'processing',
	parameters: {
		format: { rule: { kind: 'choice', values: Object.keys(formats), anyCase: true } },
		...options,
	},
	order: async ({ body, sent }, inputs) => {
		const format = formatIn(sent, inputs.world.variants.glbFormat);
		const { model, task } = await inputs.model(body, sources.convert_model);
		const extra = Object.keys(sent).find((name) => name !== 'format');
		if (task?.type === 'convert_model' && extra !== undefined) {
			throw invalid(extra, 'must not be sent for a model that has been converted before: only format may');
		}
		if (rigid.includes(format) && rigOf(model)) {
			throw invalid('format', `must be one of GLTF, FBX, USDZ for a rigged model`);
		}
		const quad = sent.quad === true;
		return {
			result: {
				kind: 'model',
				format: quad ? 'fbx' : (formats[format] ?? 'glb'),
				preview: false,
				model: {
					from: 'model',
					model,
					step: {
						do: 'convert',
						quad,
						keepsRig: sent.with_animation !== false,
						scale: typeof sent.scale_factor === 'number' ? sent.scale_factor : 1,
						centred: sent.pivot_to_center_bottom === true,
						...(typeof sent.face_limit === 'number' ? { faceLimit: sent.face_limit } : {}),
						...namedParts(sent),
					},
				},
			},
			echo: { format },
		};
	},
};

/** The format, checked against the options that go with some formats only. */
function formatIn(sent: Body, glb: Variants['glbFormat']): string {
	const known = Object.keys(formats).filter((name) => name !== 'GLB' || glb === 'taken');
	const format = String(sent.format).toUpperCase();
	if (!known.includes(format)) {
		throw invalid('format', `must be one of ${known.join(', ')}`);
	}
	const gltf = formats[format] === 'glb';
	if (sent.quad === true && gltf) {
		throw invalid('quad', 'cannot be had as GLTF, which knows triangles only');
	}
	if (sent.force_symmetry === true && sent.quad !== true) {
		throw invalid('force_symmetry', 'goes together with quad only');
	}
	if (sent.export_vertex_colors === true && format !== 'OBJ' && !gltf) {
		throw invalid('export_vertex_colors', 'goes together with OBJ and GLTF only');
	}
	return format;
}

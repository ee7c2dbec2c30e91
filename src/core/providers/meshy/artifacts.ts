import type { Artifact } from '../../model/task';
import { asList, asObject, asText, type Json } from '../json';

/** Formats by how useful they are where nobody asked for any: GLB carries everything in one file. */
const formats = ['glb', 'fbx', 'obj', 'usdz', 'stl', '3mf', 'blend'];

/** A finished task's files, of whatever operation. A format that was not made is absent, empty or null. */
export function decodeArtifacts(task: Json): Artifact[] {
	return [
		...modelsOf(asObject(task.model_urls) ?? {}),
		...resultsOf(asObject(task.result) ?? {}),
		...texturesOf(task.texture_urls),
		...asList(task.image_urls).flatMap((url, index) => artifact('image', numbered('image', index), url)),
		...thumbnailsOf(task),
		...artifact('preview', 'preview', task.thumbnail_url),
	];
}

/** By format, under keys such as `glb` and `pre_remeshed_glb`; an OBJ's materials are a key of their own. */
function modelsOf(urls: Json): Artifact[] {
	const keys = Object.keys(urls).filter((key) => key !== 'mtl');
	const models = keys.sort(byFormat).flatMap((key) => {
		const [model] = artifact('model', key, urls[key]);
		if (!model) return [];
		// An OBJ names its MTL, which names its textures.
		return [formatOf(key) === 'obj' || model.extension === 'obj' ? served(model) : model];
	});
	return [...models, ...artifact('companion', 'mtl', urls.mtl).map(served)];
}

/** Pictures of the model that come only when they are asked for. */
function thumbnailsOf(task: Json): Artifact[] {
	const sides = asObject(task.thumbnail_urls) ?? {};
	return [
		...artifact('thumbnail', 'alpha_thumbnail', task.alpha_thumbnail_url),
		...Object.keys(sides).flatMap((side) => artifact('thumbnail', `thumbnail_${side}`, sides[side])),
	];
}

/** Rigs, animations and motions: every key that ends in `_url`, the figure before its clips. */
function resultsOf(result: Json): Artifact[] {
	const files = (links: Json): Artifact[] =>
		Object.keys(links)
			.flatMap((key) => /^(.+)_url$/.exec(key)?.[1] ?? [])
			.sort(byFormat)
			.flatMap((part) =>
				artifact('model', part, links[`${part}_url`], asText(links[`${part}_format`])?.toLowerCase()),
			);
	return [...files(result), ...files(asObject(result.basic_animations) ?? {})];
}

/** Maps by name, one set for each material; some tasks have a single set without its list. */
function texturesOf(value: unknown): Artifact[] {
	const sets = Array.isArray(value) ? value : [value];
	return sets.flatMap((set, index) =>
		Object.entries(asObject(set) ?? {}).flatMap(([map, url]) =>
			artifact('companion', numbered(map, index), url).map(served),
		),
	);
}

/** Best format first, and GLB of one part before FBX of another; otherwise in alphabetical order. */
function byFormat(a: string, b: string): number {
	return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(key: string): number {
	// `pre_remeshed_glb` and the armatures of clips are extras.
	const extra = key.startsWith('pre_') || key.includes('armature') ? formats.length + 1 : 0;
	const format = formatOf(key);
	return extra + (format === undefined ? formats.length : formats.indexOf(format));
}

function formatOf(key: string): string | undefined {
	return formats.find((format) => key === format || key.endsWith(`_${format}`));
}

function numbered(part: string, index: number): string {
	return index === 0 ? part : `${part}-${index + 1}`;
}

/** `format`: what the task says of a file whose link and key do not tell it. */
function artifact(kind: Artifact['kind'], part: string, value: unknown, format = ''): Artifact[] {
	const url = asText(value);
	if (!url) return [];
	// A link without an extension is still of the format that its key names.
	const extension =
		/\.([A-Za-z0-9]{1,8})$/.exec(fileName(url))?.[1]?.toLowerCase() ?? formatOf(part) ?? format;
	return [{ kind, part, url, extension }];
}

/** The name under which other files of the task know it, where that is a plain name. */
function served(file: Artifact): Artifact {
	const name = fileName(file.url);
	return /^[A-Za-z0-9_][\w.-]*$/.test(name) ? { ...file, servedName: name } : file;
}

function fileName(url: string): string {
	const path = URL.canParse(url) ? new URL(url).pathname : '';
	return path.slice(path.lastIndexOf('/') + 1);
}

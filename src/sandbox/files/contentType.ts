const types: Readonly<Record<string, string>> = {
	glb: 'model/gltf-binary',
	gltf: 'model/gltf+json',
	stl: 'model/stl',
	'3mf': 'model/3mf',
	usdz: 'model/vnd.usdz+zip',
	zip: 'application/zip',
	png: 'image/png',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
};

/** What the file host says of a file of this name. */
export function contentTypeOf(name: string): string {
	const extension = name.slice(name.lastIndexOf('.') + 1);
	return types[extension] ?? 'application/octet-stream';
}

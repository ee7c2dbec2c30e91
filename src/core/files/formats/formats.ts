/** What a file can be told to be. `mtl` and `text` are told by their words, `unknown` is none of all these. */
export type FormatId = keyof typeof formats;

/** What is known of a file format. */
export interface Format {
	/** For sentences: “this is …”. */
	readonly label: string;
	readonly kind: 'model' | 'picture' | 'archive' | 'other';
	/** Lower case, without the dot; the first is the one that new files get. */
	readonly extensions: readonly string[];
	readonly mediaType?: string;
}

const formats = {
	glb: model('a GLB', ['glb'], 'model/gltf-binary'),
	gltf: model('a glTF', ['gltf'], 'model/gltf+json'),
	fbx: model('a binary FBX', ['fbx']),
	fbxText: model('an FBX in text form', ['fbx']),
	obj: model('an OBJ', ['obj'], 'model/obj'),
	stl: model('a binary STL', ['stl'], 'model/stl'),
	stlText: model('an STL in text form', ['stl'], 'model/stl'),
	ply: model('a PLY', ['ply']),
	usdz: model('a USDZ', ['usdz'], 'model/vnd.usdz+zip'),
	usda: model('a USD in text form', ['usda', 'usd']),
	usdc: model('a binary USD', ['usdc', 'usd']),
	'3mf': model('a 3MF', ['3mf'], 'model/3mf'),
	blend: model('a Blender file', ['blend']),
	schem: model('a Minecraft schematic', ['schem', 'schematic', 'litematic']),
	bvh: model('a BVH', ['bvh']),
	mtl: { label: 'an MTL', kind: 'other', extensions: ['mtl'] },
	png: picture('a PNG', ['png'], 'image/png'),
	jpeg: picture('a JPEG', ['jpg', 'jpeg'], 'image/jpeg'),
	webp: picture('a WebP', ['webp'], 'image/webp'),
	gif: picture('a GIF', ['gif'], 'image/gif'),
	heic: picture('a HEIC', ['heic', 'heif'], 'image/heic'),
	avif: picture('an AVIF', ['avif'], 'image/avif'),
	bmp: picture('a BMP', ['bmp'], 'image/bmp'),
	tiff: picture('a TIFF', ['tif', 'tiff'], 'image/tiff'),
	svg: picture('an SVG', ['svg'], 'image/svg+xml'),
	psd: picture('a Photoshop file', ['psd'], 'image/vnd.adobe.photoshop'),
	ktx2: picture('a KTX2', ['ktx2'], 'image/ktx2'),
	exr: picture('an OpenEXR', ['exr']),
	hdr: picture('a Radiance HDR', ['hdr']),
	zip: { label: 'a ZIP archive', kind: 'archive', extensions: ['zip'], mediaType: 'application/zip' },
	gzip: { label: 'a gzip file', kind: 'archive', extensions: ['gz'] },
	zstd: { label: 'a Zstandard file', kind: 'archive', extensions: ['zst'] },
	sevenZip: { label: 'a 7-Zip archive', kind: 'archive', extensions: ['7z'] },
	rar: { label: 'a RAR archive', kind: 'archive', extensions: ['rar'] },
	pdf: other('a PDF', ['pdf']),
	video: other('a video', ['mp4', 'mov']),
	lfsPointer: other('a Git LFS pointer', []),
	html: other('a web page', ['html', 'htm']),
	xml: other('XML', ['xml']),
	json: other('JSON', ['json']),
	program: other('a program', ['exe']),
	script: other('a script', ['sh']),
	text: other('plain text', ['txt']),
	empty: other('empty', []),
	unknown: other('of an unknown format', []),
} as const satisfies Record<string, Format>;

export function formatOf(id: FormatId): Format {
	return formats[id];
}

/** The formats whose files have this extension. */
export function formatsNamed(extension: string): FormatId[] {
	return (Object.keys(formats) as FormatId[]).filter((id) => formatOf(id).extensions.includes(extension));
}

function model(label: string, extensions: readonly string[], mediaType?: string): Format {
	return { label, kind: 'model', extensions, ...(mediaType ? { mediaType } : {}) };
}

function picture(label: string, extensions: readonly string[], mediaType?: string): Format {
	return { label, kind: 'picture', extensions, ...(mediaType ? { mediaType } : {}) };
}

function other(label: string, extensions: readonly string[]): Format {
	return { label, kind: 'other', extensions };
}

import { type ByteSource, buffered, piecesOf } from '../byteSource';
import { checkGzip } from './archives';
import { behind, broken, type Checked } from './check';
import { checkGltf, mostJson, parseGltf } from './gltfJson';

const wholly: Checked = { notes: [] };

/** Parses the whole file, and holds what it refers to against what it has. */
export async function checkGltfText(source: ByteSource): Promise<Checked> {
	if (source.size > mostJson) throw broken(`its JSON has ${source.size} bytes`);
	const { gltf, notes } = parseGltf(await source.read(0, source.size));
	const inside = checkGltf(gltf);
	return { notes: [...notes, ...inside.notes], outside: inside.outside, gltf };
}

const fbxFooter = Buffer.from('f85a8c6adef5d97eece90ce3758f290b', 'hex');

/**
 * A binary FBX is a list of nodes, each of which names its end; an empty one ends the list, and a footer of some 160
 * bytes the file. Source: the format as Blender's importer describes it.
 */
export async function checkFbx(file: ByteSource): Promise<Checked> {
	const source = buffered(file);
	const header = await source.read(0, 27);
	if (header.length < 27) throw broken(`only ${source.size} bytes`);
	const version = header.readUInt32LE(23);
	if (version < 6000 || version > 9000) throw broken(`FBX version ${version} is none`);
	const isWide = version >= 7500;
	const nodeBytes = isWide ? 25 : 13;
	let at = 27;
	for (let nodes = 0; ; nodes++) {
		const node = await source.read(at, nodeBytes);
		if (node.length < nodeBytes) throw broken(`it ends within its node ${nodes + 1}`);
		const end = isWide ? Number(node.readBigUInt64LE(0)) : node.readUInt32LE(0);
		if (end === 0) break;
		if (end < at + nodeBytes || end > source.size)
			throw broken(`a node ends at byte ${end}, the file at ${source.size}`);
		at = end;
	}
	if (at === 27) throw broken('it has no nodes');
	return { notes: await footerNotes(source, at + nodeBytes) };
}

async function footerNotes(source: ByteSource, from: number): Promise<string[]> {
	if (from === source.size) return ['its footer is missing'];
	const tail = await source.read(from, 64 * 1024);
	const footer = tail.lastIndexOf(fbxFooter);
	if (footer < 0) throw broken('it ends within its footer');
	return behind(source.size - (from + footer + fbxFooter.length), 'its footer');
}

/** Its last line closes a block, or is a comment. */
export async function checkFbxText(source: ByteSource): Promise<Checked> {
	const tail = await source.read(Math.max(source.size - 4096, 0), 4096);
	const last =
		tail
			.toString('latin1')
			.trim()
			.split(/[\r\n]+/)
			.at(-1)
			?.trim() ?? '';
	if (!last.endsWith('}') && !last.startsWith(';')) throw broken('it ends within a block');
	return { notes: ['it is an FBX in text form, which not every program reads'] };
}

/** Corners and faces, or lines, or points: a list of corners alone is a file that was cut. */
export async function checkObj(source: ByteSource): Promise<Checked> {
	let corners = false;
	let shapes = false;
	let rest = '';
	for await (const piece of piecesOf(source)) {
		if (piece.includes(0)) throw broken('an OBJ is text, and this is not');
		if (corners && shapes) continue;
		const text = rest + piece.toString('latin1');
		corners ||= /^\s*v\s+[-+.\d]/m.test(text);
		shapes ||= /^\s*[flp]\s+-?\d/m.test(text);
		rest = text.slice(text.lastIndexOf('\n') + 1).slice(-4096);
	}
	if (!corners) throw broken('it has no corners (no line that begins with “v”)');
	if (!shapes) throw broken('it has no faces (no line that begins with “f”)');
	return { notes: await bomNotes(source) };
}

async function bomNotes(source: ByteSource): Promise<string[]> {
	const start = await source.read(0, 3);
	return start.toString('latin1') === '\xef\xbb\xbf' ? ['a byte order mark at its start'] : [];
}

/** The number of triangles in its header tells how long a binary STL is. */
export async function checkStl(source: ByteSource): Promise<Checked> {
	const head = await source.read(0, 84);
	if (head.length < 84) throw broken(`only ${source.size} bytes`);
	const triangles = head.readUInt32LE(80);
	const expected = 84 + 50 * triangles;
	if (expected > source.size)
		throw broken(`its ${triangles} triangles take ${expected} bytes, ${source.size} came`);
	return { notes: behind(source.size - expected, 'the last triangle') };
}

export async function checkStlText(source: ByteSource): Promise<Checked> {
	const tail = await source.read(Math.max(source.size - 4096, 0), 4096);
	if (!/^\s*endsolid\b/im.test(tail.toString('latin1'))) throw broken('it ends before its “endsolid”');
	return { notes: await bomNotes(source) };
}

const plyBytes: Readonly<Record<string, number>> = {
	...{ char: 1, uchar: 1, int8: 1, uint8: 1, short: 2, ushort: 2, int16: 2, uint16: 2 },
	...{ int: 4, uint: 4, int32: 4, uint32: 4, float: 4, float32: 4, double: 8, float64: 8 },
};

/** The header says what follows; of lists only the least that they take is known. */
export async function checkPly(source: ByteSource): Promise<Checked> {
	const [header] =
		/^ply[\s\S]*?\nend_header\r?\n/.exec((await source.read(0, 64 * 1024)).toString('latin1')) ?? [];
	if (!header) throw broken('its header does not end');
	const isText = /^format ascii/m.test(header);
	let least = header.length;
	let count = 0;
	for (const line of header.split(/\r?\n/)) {
		const [word, type = '', ...rest] = line.trim().split(/\s+/);
		if (word === 'element') count = Number(rest[0]) || 0;
		// A number and a blank are the least that a value takes as text.
		if (word === 'property')
			least += count * (isText ? 2 : (plyBytes[type === 'list' ? (rest[0] ?? '') : type] ?? 0));
	}
	// The last line may end with the file.
	if (least > source.size + (isText ? 1 : 0))
		throw broken(`what its header names takes ${least} bytes, ${source.size} came`);
	return wholly;
}

/** The table of contents is written last. */
export async function checkUsdc(source: ByteSource): Promise<Checked> {
	const head = await source.read(0, 24);
	if (head.length < 24) throw broken(`only ${source.size} bytes`);
	const contents = Number(head.readBigUInt64LE(16));
	if (contents >= source.size)
		throw broken(`its contents are at byte ${contents}, ${source.size} bytes came`);
	return wholly;
}

/** Uncompressed, it ends with a block that says so. */
export async function checkBlend(source: ByteSource): Promise<Checked> {
	const start = (await source.read(0, 7)).toString('latin1');
	if (start.startsWith('\x1f\x8b')) return checkGzip(source);
	if (start !== 'BLENDER') return wholly;
	const tail = await source.read(Math.max(source.size - 4096, 0), 4096);
	if (!tail.includes('ENDB')) throw broken('it ends before its last block');
	return wholly;
}

import { type ByteSource, buffered } from '../byteSource';
import { behind, broken, type Checked } from './check';
import { checkGltf, mostJson, parseGltf } from './gltfJson';

const headerBytes = 12;
const chunkHeaderBytes = 8;
const jsonType = 0x4e4f534a;
const binType = 0x004e4942;

interface Chunk {
	readonly type: number;
	readonly offset: number;
	readonly length: number;
}

/** Reads a GLB chunk by chunk, at any size; only its JSON is ever in memory. Source: glTF 2.0 specification, section 4. */
export async function checkGlb(file: ByteSource): Promise<Checked> {
	const source = buffered(file);
	const header = await source.read(0, headerBytes);
	if (header.length < headerBytes) throw broken(`only ${source.size} bytes`);
	const version = header.readUInt32LE(4);
	const length = header.readUInt32LE(8);
	if (version !== 2) throw broken(`glTF version ${version} instead of 2`);
	if (length > source.size) throw broken(`its header says ${length} bytes, ${source.size} came`);
	const { chunks, notes } = await chunksOf(source, length);
	const [json, ...others] = chunks;
	if (!json || json.type !== jsonType) throw broken('its first chunk is not JSON');
	if (json.length > mostJson) throw broken(`its JSON has ${json.length} bytes`);
	const bin = others[0]?.type === binType ? others[0] : undefined;
	const unknown = others.filter((chunk) => chunk !== bin);
	const parsed = parseGltf(await source.read(json.offset, json.length));
	const inside = checkGltf(parsed.gltf, bin ? bin.length : 'no chunk');
	return {
		notes: [
			...behind(source.size - length, 'the end that its header names'),
			...notes,
			...(unknown.length > 0
				? [`${unknown.length} chunk${unknown.length === 1 ? '' : 's'} of an unknown type`]
				: []),
			...parsed.notes,
			...inside.notes,
		],
		outside: inside.outside,
		gltf: parsed.gltf,
	};
}

async function chunksOf(
	source: ByteSource,
	length: number,
): Promise<{ readonly chunks: readonly Chunk[]; readonly notes: readonly string[] }> {
	const chunks: Chunk[] = [];
	let unpadded = false;
	let at = headerBytes;
	while (at + chunkHeaderBytes <= length && chunks.length < 1000) {
		const header = await source.read(at, chunkHeaderBytes);
		const chunk = {
			type: header.readUInt32LE(4),
			offset: at + chunkHeaderBytes,
			length: header.readUInt32LE(0),
		};
		const end = chunk.offset + chunk.length;
		if (end > length) throw broken(`a chunk of ${chunk.length} bytes at byte ${at} leads beyond the end`);
		chunks.push(chunk);
		at = end;
		if (end % 4 === 0) continue;
		unpadded = true;
		// Some writers pad and do not count the padding; others leave it out.
		const padding = await source.read(end, 4 - (end % 4));
		if (end + padding.length <= length && padding.every((byte) => byte === 0 || byte === 0x20))
			at += padding.length;
	}
	return {
		chunks,
		notes: [
			...(unpadded ? ['a chunk that is not padded to four bytes'] : []),
			...behind(length - at, 'the last chunk'),
		],
	};
}

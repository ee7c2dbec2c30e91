import type { ByteSource } from './byteSource';
import type { FormatId } from './formats';

/** Bytes that are looked at to tell one text from another: some files begin with long comments. */
export const textBytes = 64 * 1024;

/** Larger JSON is told by its words and not parsed. */
const mostParsed = 4 * 1024 * 1024;

/** Tab, line feed, vertical tab, form feed, carriage return, end of file, escape. */
const layout: readonly number[] = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b];

const number = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?';
/** “v 1.0 of this program” is not a vertex. */
const objLine = new RegExp(
	`^[ \\t]*(?:v(?:[ \\t]+${number}){3}|f(?:[ \\t]+-?\\d+[-/\\d]*){3}|mtllib[ \\t]+\\S)`,
	'm',
);

/** The format of a text by its words; `unknown` for what is no text. */
export async function detectText(source: ByteSource, head: Buffer): Promise<FormatId> {
	if (head.includes(0)) return 'unknown';
	const text = head.toString('latin1').replace(/^\xef\xbb\xbf/, '');
	const start = text.trimStart();
	if (start === '') return 'text';
	if (start.startsWith('<')) return markup(start);
	if (/^[{[]/.test(start)) return jsonFormat(source, start);
	if (/^solid\b/i.test(start) && /^\s*(facet|endsolid)\b/im.test(text)) return 'stlText';
	if (/^;\s*FBX \d/.test(start) || /^FBXHeaderExtension:/m.test(text)) return 'fbxText';
	if (/^[ \t]*newmtl[ \t]+\S/m.test(text)) return 'mtl';
	if (objLine.test(text)) return 'obj';
	// Other control characters than those of layout: bytes that happen to hold no zero.
	return head.some((byte) => byte < 0x20 && !layout.includes(byte)) ? 'unknown' : 'text';
}

function markup(start: string): FormatId {
	if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return 'html';
	return /<svg[\s>]/i.test(start.slice(0, 4096)) ? 'svg' : 'xml';
}

/** Every glTF has `asset`; what was cut and cannot be parsed is told by the names of its lists. */
async function jsonFormat(source: ByteSource, start: string): Promise<FormatId> {
	if (source.size <= mostParsed) {
		try {
			const text = (await source.read(0, source.size)).toString('utf8').replace(/^\ufeff/, '');
			const json: unknown = JSON.parse(text);
			return isGltf(json) ? 'gltf' : 'json';
		} catch {
			// Told by its words.
		}
	}
	const tail = (await source.read(Math.max(source.size - textBytes, 0), textBytes)).toString('latin1');
	return /"(asset|scenes|nodes|meshes|accessors|bufferViews)"\s*:/.test(start + tail) ? 'gltf' : 'json';
}

function isGltf(json: unknown): boolean {
	if (typeof json !== 'object' || json === null) return false;
	const { asset, ...rest } = json as Record<string, unknown>;
	const version = typeof asset === 'object' && asset !== null && 'version' in asset;
	return (
		version ||
		['scenes', 'nodes', 'meshes', 'accessors', 'bufferViews'].some((name) => Array.isArray(rest[name]))
	);
}

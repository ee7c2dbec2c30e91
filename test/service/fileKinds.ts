import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** How files begin, by their extension; a binary STL has no such mark. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
	glb: ['glTF\x02\0\0\0'],
	fbx: ['Kaydara FBX Binary'],
	usdz: ['PK\x03\x04'],
	'3mf': ['PK\x03\x04'],
	stl: [''],
	obj: ['#', 'mtllib ', 'o ', 'v '],
	mtl: ['#', 'newmtl '],
	bvh: ['HIERARCHY\n'],
	png: ['\x89PNG\r\n'],
	schem: ['\x1f\x8b'],
};

/** A file begins as its name says. */
export async function isWhatItSays(path: string): Promise<void> {
	const start = (await readFile(path)).toString('latin1', 0, 20);
	const known = beginnings[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? [];
	assert.ok(
		known.some((beginning) => start.startsWith(beginning)),
		`${basename(path)} begins with ${JSON.stringify(start)}`,
	);
}

import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type ByteSource, piecesOf } from '../byteSource';
import { entriesOf, withZip, zipEnd } from '../zip';
import { behind, broken, type Checked } from './check';

/** Its directory is read, and every file that it names begins and ends within the archive. */
export async function checkZip(source: ByteSource): Promise<Checked> {
	try {
		await withZip(source, async (zip) => {
			const entries = await entriesOf(zip);
			if (entries.length === 0) throw broken('an archive without files');
			for (const entry of entries) await zip.readLocalFileHeaderPromise(entry, { minimal: true });
		});
	} catch (cause) {
		throw asBroken(cause);
	}
	return { notes: behind(source.size - ((await zipEnd(source)) ?? source.size), 'the end of the archive') };
}

/** Unpacks it into nothing: its last bytes are a checksum. */
export async function checkGzip(source: ByteSource): Promise<Checked> {
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	await pipeline(Readable.from(piecesOf(source), { objectMode: false }), createGunzip(), nowhere).catch(
		(cause: unknown) => {
			throw asBroken(cause);
		},
	);
	return { notes: [] };
}

function asBroken(cause: unknown): Error {
	// The disk's own refusals have a code and words of their own.
	if (cause instanceof Error && ('jobError' in cause || 'syscall' in cause)) return cause;
	return broken(`the archive is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
}

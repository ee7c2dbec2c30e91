import { type Duplex, Readable } from 'node:stream';
import * as zlib from 'node:zlib';

/** Makes the stream that undoes one encoding; `first` is the beginning of what it will be given. */
export type Decoder = (first: Uint8Array) => Duplex;

const gunzip: Decoder = () => zlib.createGunzip();

/** “deflate” means the format of zlib, but some servers send the bare stream. */
const inflate: Decoder = (first) => (isZlib(first) ? zlib.createInflate() : zlib.createInflateRaw());

const known: Readonly<Record<string, Decoder>> = {
	gzip: gunzip,
	'x-gzip': gunzip,
	deflate: inflate,
	br: () => zlib.createBrotliDecompress(),
	...zstd(),
};

/**
 * What undoes a `Content-Encoding`, last encoding first. Empty when there is none, or one that nobody here knows: such
 * a body is handed on as it is, like one of `aws-chunked`, which S3 keeps as a mere label.
 */
export function decodersOf(header: string | undefined): readonly Decoder[] {
	const names = (header ?? '')
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '' && name !== 'identity' && name !== 'aws-chunked');
	const decoders = names.map((name) => known[name]).filter((decoder) => decoder !== undefined);
	return decoders.length === names.length ? decoders.reverse() : [];
}

/**
 * Undoes encodings piece by piece, without holding anything back. An empty body needs no decoding. A reader that stops
 * early has to end `body` itself, which may be waiting for its next piece.
 */
export function decoded(
	body: AsyncIterable<Uint8Array>,
	decoders: readonly Decoder[],
): AsyncIterable<Uint8Array> {
	return decoders.reduce(decodedOnce, body);
}

async function* decodedOnce(body: AsyncIterable<Uint8Array>, decoder: Decoder): AsyncGenerator<Uint8Array> {
	const source = body[Symbol.asyncIterator]();
	const first = await source.next();
	if (first.done) return;
	async function* whole(): AsyncGenerator<Uint8Array> {
		yield first.value;
		yield* { [Symbol.asyncIterator]: () => source };
	}
	const stream = decoder(first.value);
	const input = Readable.from(whole());
	input.once('error', (error) => stream.destroy(error));
	input.pipe(stream);
	try {
		for await (const piece of stream) yield piece as Uint8Array;
	} finally {
		input.destroy();
		stream.destroy();
	}
}

/** The two bytes that open a zlib stream: method 8, and a checksum of both. */
function isZlib([first = 0, second]: Uint8Array): boolean {
	return (first & 0x0f) === 8 && (second === undefined || (first * 256 + second) % 31 === 0);
}

/** Only newer hosts' Node has it. */
function zstd(): Readonly<Record<string, Decoder>> {
	if (!('createZstdDecompress' in zlib)) return {};
	const create = zlib.createZstdDecompress as () => Duplex;
	return { zstd: () => create() };
}

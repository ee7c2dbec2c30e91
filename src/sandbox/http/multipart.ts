import type { Incoming } from './message';
import { headerOf } from './message';

export interface FilePart {
	name: string;
	bytes: Buffer;
}

/** The first file part called `field`; `'malformed'` for a body that is not the multipart it claims to be. */
export async function filePart(
	incoming: Incoming,
	field: string,
): Promise<FilePart | 'malformed' | 'missing'> {
	const type = headerOf(incoming, 'content-type') ?? '';
	let form: FormData;
	try {
		form = await new Response(new Uint8Array(incoming.body), {
			headers: { 'Content-Type': type },
		}).formData();
	} catch {
		return 'malformed';
	}
	const part = form.get(field);
	if (part === null || typeof part === 'string') {
		return 'missing';
	}
	return { name: part.name, bytes: Buffer.from(await part.arrayBuffer()) };
}

import type { Pixels } from './pixels';
import { UnreadableImage } from './unreadableImage';

/** Decodes WebP. The decoder (WebAssembly) is loaded only when there is something for it to do. */
export async function decodeWebp(bytes: Uint8Array): Promise<Pixels> {
	const { decode } = await import('@cwasm/webp');
	try {
		const { width, height, data } = decode(bytes);
		return { width, height, rgba: new Uint8Array(data) };
	} catch (error) {
		throw new UnreadableImage('The WebP file is damaged or animated.', { cause: error });
	}
}

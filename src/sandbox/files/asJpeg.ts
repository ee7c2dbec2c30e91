import { encode } from 'jpeg-js';
import { flattened } from '../../placeholders/pictures/pixels';
import { pngPixels } from '../../placeholders/pictures/png';

const quality = 90;

/** A PNG as a JPEG, on white where it is transparent. */
export function asJpeg(png: Uint8Array): Uint8Array {
	const { width, height, rgba } = flattened(pngPixels(png), 255);
	return encode({ width, height, data: rgba }, quality).data;
}

import { encode } from 'jpeg-js';
import { flatten } from '../../placeholders/images/pixels';
import { decodePng } from '../../placeholders/images/png';

const quality = 90;

/** A PNG as a JPEG, on white where it is transparent. */
export function asJpeg(png: Uint8Array): Uint8Array {
	const { width, height, rgba } = flatten(decodePng(png), [1, 1, 1]);
	return encode({ width, height, data: rgba }, quality).data;
}

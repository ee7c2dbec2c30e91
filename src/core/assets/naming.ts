import { basename, extname } from 'node:path';
import type { JobRequest } from '../jobs/request';

/** Characters: at four bytes each, a number and the sidecar's suffix still fit into the 255 bytes of a file name. */
const longestName = 50;
/** Names that Windows reserves whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name (without extension) that every system and engine takes: lower-case words joined by dashes. */
export function slug(text: string): string {
	const words = text
		.normalize('NFKD')
		// Accents go. The marks of other scripts are part of their letters and stay; those of emoji go as well.
		.replace(/[\u0300-\u036f\ufe00-\ufe0f]/g, '')
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-+/, '');
	const name = [...words].slice(0, longestName).join('').replace(/-+$/, '');
	if (name === '') return 'asset';
	return reserved.test(name) ? `${name}-asset` : name;
}

/** The name that a request gives its asset: the prompt's words, or the picture's name. */
export function assetName(request: JobRequest): string {
	switch (request.operation) {
		case 'textToModel':
			return slug(request.prompt);
		case 'imageToModel':
			return slug(stem(request.image));
		case 'multiviewToModel':
			// "knight_front.png" names the knight, not its front.
			return slug(stem(request.views.front ?? 'asset').replace(/(^|[-_. ])front$/i, ''));
	}
}

function stem(path: string): string {
	return basename(path, extname(path));
}

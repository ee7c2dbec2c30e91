import { basename, extname } from 'node:path';
import type { JobRequest } from '../jobs/request';

const longestName = 60;
/** Names that Windows reserves whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name (without extension) that every system and engine takes: lower-case words joined by dashes. */
export function slug(text: string): string {
	const name = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+/, '')
		.slice(0, longestName)
		.replace(/-+$/, '');
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
			return slug(stem(request.views.front ?? 'asset').replace(/[-_. ]?front$/i, ''));
	}
}

function stem(path: string): string {
	return basename(path, extname(path));
}

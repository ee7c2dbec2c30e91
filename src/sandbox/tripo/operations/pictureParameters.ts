import { invalid } from '../refusal';
import type { Request } from '../request';
import { flag, type Parameters, pixelsIn } from '../rules';

const usualRatios = '1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9'.split(' ');
/** Only `banana2` draws pictures this long. */
const longRatios = ['1:8', '1:4', '4:1', '8:1'];
const templates = ['asset_extraction', 'character_completion', 't_pose', 'variants', 'figure'];
const ofPictures = [...templates, 'head_extraction', '3d_enhance', 'print_clay'];

const shared: Parameters = {
	negative_prompt: { rule: { kind: 'text', most: 1800 } },
	size: { rule: { kind: 'pixels' } },
	aspect_ratio: { rule: { kind: 'choice', values: [...usualRatios, ...longRatios] }, families: ['banana'] },
	quality: {
		rule: { kind: 'choice', values: ['low', 'medium', 'high', 'xhigh', 'max'] },
		families: ['chat2', 'chat2.5'],
	},
	background: { rule: { kind: 'choice', values: ['auto', 'opaque', 'transparent'] }, families: ['chat2.5'] },
	output_format: { rule: { kind: 'choice', values: ['png', 'jpeg'] } },
	watermark: { ...flag, families: ['seedream'] },
	t_pose: flag,
	sketch_to_render: flag,
};

export const ofWords: Parameters = { ...shared, template: { rule: { kind: 'choice', values: templates } } };

export const redrawing: Parameters = {
	...shared,
	template: { rule: { kind: 'choice', values: ofPictures } },
};

/** What the chat models draw when the size is given in pixels. */
const chatSizes = { step: 16, longest: 3840, ratio: 3, least: 655_360, most: 8_294_400 };

/** The rules that join several fields of a picture request. */
export function checkPicture({ sent, family, model }: Pick<Request, 'sent' | 'family' | 'model'>): void {
	if (longRatios.includes(String(sent.aspect_ratio)) && model !== 'banana2') {
		throw invalid('aspect_ratio', `must be one of ${usualRatios.join(', ')} with the model ${model}`);
	}
	if (family === 'chat2' && (sent.quality === 'xhigh' || sent.quality === 'max')) {
		throw invalid('quality', 'must be one of low, medium, high with this model');
	}
	if (sent.background === 'transparent' && sent.output_format === 'jpeg') {
		throw invalid('background', 'can be transparent in png only');
	}
	if (family.startsWith('chat') && String(sent.size).includes('x') && !isChatSize(sent.size)) {
		throw invalid(
			'size',
			'must have edges that are multiples of 16 up to 3840, no longer than 3:1, 655360 to 8294400 pixels in all',
		);
	}
}

function isChatSize(size: unknown): boolean {
	const { width, height } = pixelsIn(size) ?? { width: 0, height: 0 };
	const { step, longest, ratio, least, most } = chatSizes;
	const [long, short] = [Math.max(width, height), Math.min(width, height)];
	const even = width % step === 0 && height % step === 0;
	return even && long <= Math.min(longest, ratio * short) && long * short >= least && long * short <= most;
}

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftJobs } from '../../../../../src/core/jobs/drafts/draft';
import { InputFormats } from '../../../../../src/core/jobs/drafts/inputFormats';
import { isQuote, quoteOf } from '../../../../../src/core/jobs/drafts/quote';
import type { GenerateRequest } from '../../../../../src/core/model/generateRequest';
import { newProblem } from '../../../../../src/core/providers/catalogue/choices';
import { specOf } from '../../../../../src/core/providers/catalogues';
import { jpeg, png, webp } from '../../support/sampleFiles';
import { tempFolders } from '../../support/tempFolders';

const nobody = (): undefined => undefined;

describe('Law 10: what a local file is, its bytes tell', () => {
	const newFolder = tempFolders();
	let folder: string;
	beforeEach(async () => {
		folder = await newFolder();
	});

	async function put(name: string, bytes: Uint8Array): Promise<string> {
		const path = join(folder, name);
		await writeFile(path, bytes);
		return path;
	}
	const fromPicture = (path: string): GenerateRequest => ({
		provider: 'meshy',
		operation: 'imageToModel',
		images: [path],
		options: {},
		folder: '/out',
	});

	/** Why the request would be refused before its files are opened as a whole. */
	async function refusal(request: GenerateRequest): Promise<string | undefined> {
		const formats = new InputFormats();
		await formats.lookInto([request]);
		const files = formats.known;
		const quote = quoteOf([request], nobody, undefined, files);
		if (!isQuote(quote)) return quote.refused;
		draftJobs([request], nobody, { files });
		return undefined;
	}

	it('takes a JPEG that is called a WebP, where WebP is not taken', async () => {
		assert.equal(await refusal(fromPicture(await put('robot.webp', jpeg))), undefined);
		assert.equal(await refusal(fromPicture(await put('robot', png))), undefined);
	});

	it('refuses what is no other by its bytes, and goes by the name of what cannot be read', async () => {
		const words = /takes pictures of type png, jpg, jpeg, not “webp”/;
		assert.match((await refusal(fromPicture(await put('robot.webp', webp())))) ?? '', words);
		assert.match((await refusal(fromPicture(join(folder, 'gone.webp')))) ?? '', words);
		await mkdir(join(folder, 'folder.webp'));
		assert.match((await refusal(fromPicture(join(folder, 'folder.webp')))) ?? '', words);
	});

	it('holds for the pictures that options name', async () => {
		const path = await put('style.webp', jpeg);
		const spec = specOf('meshy', 'imageToModel');
		const request = {
			operation: 'imageToModel',
			images: [await put('robot.png', png)],
			options: {},
		} as const;
		const formats = new InputFormats();
		assert.match(newProblem({ spec, request }, 'texture_image_url', path) ?? '', /not “webp”/);
		await formats.look([path]);
		assert.equal(newProblem({ spec, request, files: formats.known }, 'texture_image_url', path), undefined);
	});

	it('tells a model file by its bytes, too, and looks again when asked again', async () => {
		const glb = Buffer.from('glTF\x02\0\0\0\x14\0\0\0', 'latin1');
		const path = await put('knight.bin', glb);
		const request: GenerateRequest = {
			...{ provider: 'meshy', operation: 'texture', prompt: 'gold', options: {}, folder: '/out' },
			source: { kind: 'file', path },
		};
		assert.equal(await refusal(request), undefined);
		await put('knight.bin', png);
		assert.match((await refusal(request)) ?? '', /takes model files of type .*not “bin”/);
	});
});

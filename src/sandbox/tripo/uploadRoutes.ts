import type { SandboxContext } from '../context';
import { isPicture, kindOfFile, kindOfName } from '../files/fileKind';
import { headerOf, type Incoming } from '../http/message';
import type { Route } from '../http/router';
import { uploadTokens } from '../models/recipe';
import { bodyOf, invalid, success, TripoRefusal, type TripoRequestContext } from './tripoRefusal';
import { uploadPath } from './tripoTaskView';

const megabyte = 1024 * 1024;

/** Bytes of the largest picture and the largest model that are taken. */
export const uploadLimits = { picture: 20 * megabyte, model: 150 * megabyte };

/** Seconds that a presigned upload address holds. */
const presignSeconds = 1800;

/** Bringing files in: in one request, or with an address to put large ones at. */
export function uploadRoutes(context: SandboxContext): Route<TripoRequestContext>[] {
	return [
		{ method: 'POST', path: '/files', run: (requestContext) => upload(context, requestContext) },
		{ method: 'POST', path: '/files/presign', run: (requestContext) => presign(context, requestContext) },
	];
}

async function upload(context: SandboxContext, { incoming, account }: TripoRequestContext) {
	const { random, clock, tripo } = context;
	const file = await fileIn(incoming);
	const bytes = Buffer.from(await file.arrayBuffer());
	if (bytes.length === 0) throw new TripoRefusal('emptyFile', 'The file is empty.');
	const kind = kindOfFile(file.name, bytes);
	if (!kind) {
		throw new TripoRefusal(
			'unsupportedFile',
			'The file is not of a supported type, or not what its name says.',
		);
	}
	const limit = isPicture(kind) ? uploadLimits.picture : uploadLimits.model;
	if (bytes.length > limit)
		throw new TripoRefusal('fileTooLarge', `A file of this type may have ${limit / megabyte} MB.`);
	const token = `file_${random.uuid()}`;
	await tripo.uploads.add({ token, account: account.id, name: file.name, kind }, clock.leaseMs(), bytes);
	await tripo.uploads.prune(clock.leaseMs(), new Set(uploadTokens(tripo.tasks.all())));
	await context.saved();
	return success({ file_token: token });
}

/** The file part of a multipart body. */
async function fileIn(incoming: Incoming): Promise<File> {
	const type = headerOf(incoming, 'content-type') ?? '';
	if (!/^multipart\/form-data\b/i.test(type))
		throw new TripoRefusal('wrongContentType', 'The body must be multipart/form-data.');
	if (incoming.oversize) throw new TripoRefusal('fileTooLarge', 'The file is larger than any that is taken.');
	const headers = { 'Content-Type': type };
	const form = await new Response(new Uint8Array(incoming.body), { headers })
		.formData()
		.catch(() => undefined);
	if (!form) throw new TripoRefusal('malformed', 'The multipart body cannot be read.');
	const part = form.get('file');
	if (part === null || typeof part === 'string')
		throw invalid('file', 'must be a file part with a file name');
	return part;
}

async function presign(context: SandboxContext, requestContext: TripoRequestContext) {
	const { random, clock, tripo, signer, filesOrigin } = context;
	const { format } = bodyOf(requestContext);
	const kind = typeof format === 'string' && !format.includes('.') ? kindOfName(`.${format}`) : undefined;
	if (!kind) throw invalid('format', 'must be the extension of a supported file type, without a dot');
	const token = `file_${random.uuid()}`;
	const account = requestContext.account.id;
	await tripo.uploads.add({ token, account, name: `upload.${kind}`, kind }, clock.leaseMs());
	await context.saved();
	const path = uploadPath(token);
	return success({
		[tripo.variants.presignedName]: `${filesOrigin}${path}?${signer.sign(path, 1000 * presignSeconds)}`,
		file_token: token,
		expires_in: presignSeconds,
	});
}

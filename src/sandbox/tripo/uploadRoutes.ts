import { isPicture, kindOfFile, kindOfName } from '../files/fileKind';
import { uploadPath } from '../files/links';
import { headerOf } from '../http/message';
import { filePart } from '../http/multipart';
import type { Route } from '../http/router';
import type { World } from '../world';
import { success } from './envelope';
import { invalid, Refusal } from './refusal';
import { tokensInUse } from './task';
import { jsonObject, type Visit } from './visit';

const megabyte = 1024 * 1024;

/** Bytes of the largest picture and the largest model that are taken. */
export const uploadLimits = { picture: 20 * megabyte, model: 150 * megabyte };

/** Seconds that a presigned upload address holds. */
const presignSeconds = 1800;

/** Bringing files in: in one request, or with an address to put large ones at. */
export function uploadRoutes(world: World): Route<Visit>[] {
	return [
		{ method: 'POST', path: '/files', run: (visit) => upload(world, visit) },
		{ method: 'POST', path: '/files/presign', run: (visit) => presign(world, visit) },
	];
}

async function upload(world: World, { incoming, account }: Visit) {
	if (!/^multipart\/form-data\b/i.test(headerOf(incoming, 'content-type') ?? '')) {
		throw new Refusal('wrongContentType', 'The body must be multipart/form-data.');
	}
	if (incoming.oversize) {
		throw new Refusal('fileTooLarge', 'The file is larger than any that is taken.');
	}
	const part = await filePart(incoming, 'file');
	if (part === 'malformed') {
		throw new Refusal('malformed', 'The multipart body cannot be read.');
	}
	if (part === 'missing') {
		throw invalid('file', 'must be a file part with a file name');
	}
	if (part.bytes.length === 0) {
		throw new Refusal('emptyFile', 'The file is empty.');
	}
	const kind = kindOfFile(part.name, part.bytes);
	if (!kind) {
		throw new Refusal('unsupportedFile', 'The file is not of a supported type, or not what its name says.');
	}
	const limit = isPicture(kind) ? uploadLimits.picture : uploadLimits.model;
	if (part.bytes.length > limit) {
		throw new Refusal('fileTooLarge', `A file of this type may have ${limit / megabyte} MB.`);
	}
	const token = `file_${world.dice.uuid()}`;
	await world.uploads.add(
		{
			token,
			account: account.id,
			name: part.name,
			kind,
			size: part.bytes.length,
			createdAt: world.clock.leaseMs(),
			pending: false,
		},
		part.bytes,
	);
	await world.uploads.prune(world.clock.leaseMs(), tokensInUse(world.desk.all()));
	await world.saved();
	return success({ file_token: token });
}

async function presign(world: World, visit: Visit) {
	const { format } = jsonObject(visit);
	const kind = typeof format === 'string' && !format.includes('.') ? kindOfName(`.${format}`) : undefined;
	if (!kind) {
		throw invalid('format', 'must be the extension of a supported file type, without a dot');
	}
	const token = `file_${world.dice.uuid()}`;
	await world.uploads.add({
		token,
		account: visit.account.id,
		name: `upload.${kind}`,
		kind,
		size: 0,
		createdAt: world.clock.leaseMs(),
		pending: true,
	});
	await world.saved();
	const path = uploadPath(token);
	return success({
		[world.variants.presignedName]:
			`${world.filesOrigin}${path}?${world.signer.sign(path, 1000 * presignSeconds)}`,
		file_token: token,
		expires_in: presignSeconds,
	});
}

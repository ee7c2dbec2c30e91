import type { Account } from '../../accounts/account';
import { type FileKind, isPicture } from '../../files/fileKind';
import { pictureSize } from '../../files/pictureSize';
import { tokenLifetimeMs } from '../../files/uploads';
import type { World } from '../../world';
import { type Model, modelIn, type Picture } from '../recipe';
import { invalid, Refusal } from '../refusal';
import type { SourceRule } from '../sources';
import type { Task } from '../task';
import { type FoundFile, linkedFile } from './linkedFile';
import { inputIn, type Reference, referenceIn } from './references';

/** Edge of the smallest and largest picture that can be worked with, in pixels. */
const pictureEdge = { least: 20, most: 6000 };

/** A model to go on from, and the task that made it, if one did. */
export interface Source {
	model: Model;
	task?: Task;
	/** Of an uploaded or linked file. */
	kind?: FileKind;
}

/**
 * Finds what one request of an account refers to, and throws the refusal for what it cannot go on from. Tasks
 * have to be settled before.
 */
export class Inputs {
	/** Names under which the files found so far were uploaded. */
	readonly fileNames: string[] = [];

	constructor(
		readonly world: World,
		readonly account: Account,
	) {}

	/** The model that a request's `input` names. */
	async model(body: Readonly<Record<string, unknown>>, rule: SourceRule): Promise<Source> {
		const reference = inputIn(body);
		if (reference.kind === 'task') {
			const task = this.task('input', reference.id, rule);
			const model = modelIn(task.result);
			if (!model) {
				throw new Refusal('wrongSourceType', `A task of type ${task.type} made no model.`);
			}
			return { model, task };
		}
		if (rule.files.length === 0) {
			throw invalid('input', 'must be a task id');
		}
		const { kind, model } = await this.#file('input', reference);
		if (!model || !rule.files.includes(kind)) {
			throw new Refusal('unsupportedFile', `This takes ${rule.files.join(', ')} files, not ${kind}.`);
		}
		return { model, kind };
	}

	/** The task that a request's `input` names, for calls that take no files. */
	sourceTask(body: Readonly<Record<string, unknown>>, rule: SourceRule): Task {
		const reference = inputIn(body);
		if (reference.kind !== 'task') {
			throw invalid('input', 'must be a task id');
		}
		return this.task('input', reference.id, rule);
	}

	/** The picture that a field names: a file's, or that of a task which drew one. */
	async picture(field: string, value: unknown, rule: Pick<SourceRule, 'tasks'>): Promise<Picture> {
		const reference = referenceIn(field, value);
		if (reference.kind === 'task') {
			const { result, type } = this.task(field, reference.id, rule);
			if (result.kind !== 'picture') {
				throw new Refusal('wrongSourceType', `A task of type ${type} made no single picture.`);
			}
			return result.picture;
		}
		const { picture } = await this.#file(field, reference);
		if (!picture) {
			throw invalid(field, 'must name a picture');
		}
		return picture;
	}

	/** A successful task of the account, of a type that the rule has. */
	task(field: string, id: unknown, { tasks }: Pick<SourceRule, 'tasks'>): Task {
		if (tasks.length === 0) {
			throw invalid(field, 'must be a file token or a URL, not a task id');
		}
		const task = typeof id === 'string' ? this.world.desk.find(this.account, id) : undefined;
		if (!task) {
			throw new Refusal('taskNotFound', 'The source task does not exist.');
		}
		if (task.ended?.status !== 'success') {
			throw new Refusal('sourceNotReady', 'The source task has not succeeded.');
		}
		if (!tasks.includes(task.type)) {
			throw new Refusal('wrongSourceType', `A task of type ${task.type} cannot be the source of this one.`);
		}
		return task;
	}

	async #file(field: string, reference: Exclude<Reference, { kind: 'task' }>): Promise<FoundFile> {
		if (reference.kind === 'url') {
			const linked = linkedFile(this.world, reference.url);
			if (!linked) {
				throw invalid(field, 'is a URL, but the sandbox works offline: only its own live links will do');
			}
			return linked;
		}
		const { world } = this;
		const upload = world.uploads.get(reference.token);
		const known = upload?.account === this.account.id && !upload.pending;
		if (!known || world.clock.leaseMs() - upload.createdAt > tokenLifetimeMs) {
			throw invalid(field, 'names a file that does not exist or has expired');
		}
		this.fileNames.push(upload.name);
		const { kind, token } = upload;
		if (!isPicture(kind)) {
			return { kind, model: { from: 'upload', token, kind } };
		}
		checkSize(field, await world.uploads.read(token));
		return { kind, picture: { from: 'upload', token } };
	}
}

function checkSize(field: string, bytes: Buffer): void {
	const size = pictureSize(bytes);
	if (!size) {
		throw invalid(field, 'names a picture that cannot be read');
	}
	const { least, most } = pictureEdge;
	if (Math.min(size.width, size.height) < least || Math.max(size.width, size.height) > most) {
		throw invalid(
			field,
			`must be from ${least}×${least} to ${most}×${most} pixels, not ${size.width}×${size.height}`,
		);
	}
}

import type { SandboxContext } from '../../context';
import { type FileKind, isPicture, kindOfName } from '../../files/fileKind';
import { pictureSize } from '../../files/pictureFile';
import { tokenLifetimeMs } from '../../files/uploadStore';
import type { ModelRecipe, PictureRecipe } from '../../models/recipe';
import type { Body } from '../createRequest';
import type { SourceRule } from '../sourceRules';
import type { TripoAccount } from '../tripoAccount';
import { invalid, TripoRefusal } from '../tripoRefusal';
import { type ModelResult, modelIn, tripoOutputs } from '../tripoResult';
import type { TripoTask } from '../tripoTask';
import { artifactIn } from '../tripoTaskView';
import { inputIn, type Reference, referenceIn } from './references';

/** Edge of the smallest and largest picture that can be worked with, in pixels. */
const pictureEdge = { least: 20, most: 6000 };

/** A model to go on from, and the task that made it, if one did. */
export interface ModelInput {
	model: ModelRecipe;
	native: ModelResult['native'];
	task?: TripoTask;
	/** Of an uploaded or linked file. */
	kind?: FileKind;
}

/** A file that a request may go on from: a picture or a model. */
interface FoundFile {
	kind: FileKind;
	picture?: PictureRecipe;
	model?: ModelRecipe;
	native?: ModelResult['native'];
}

/**
 * Finds what one request of an account refers to, and throws the refusal for what it cannot go on from. Tasks
 * have to be settled before.
 */
export class RequestInputs {
	/** Names under which the files found so far were uploaded. */
	readonly fileNames: string[] = [];

	constructor(
		readonly context: SandboxContext,
		readonly account: TripoAccount,
	) {}

	/** The model that a request's `input` names. */
	async model(body: Body, rule: SourceRule): Promise<ModelInput> {
		const reference = inputIn(body);
		if (reference.kind === 'task') {
			const task = this.task('input', reference.id, rule);
			const model = modelIn(task.result);
			if (!model) throw new TripoRefusal('wrongSourceType', `A task of type ${task.type} made no model.`);
			return { model, task, native: nativeFormat(task) };
		}
		if (rule.files.length === 0) throw invalid('input', 'must be a task id');
		const { kind, model, native = 'glb' } = await this.#file('input', reference);
		if (!model || !rule.files.includes(kind))
			throw new TripoRefusal('unsupportedFile', `This takes ${rule.files.join(', ')} files, not ${kind}.`);
		return { model, kind, native };
	}

	/** The task that a request's `input` names, for calls that take no files. */
	sourceTask(body: Body, rule: SourceRule): TripoTask {
		const reference = inputIn(body);
		if (reference.kind !== 'task') throw invalid('input', 'must be a task id');
		return this.task('input', reference.id, rule);
	}

	/** The picture that a field names: a file's, or that of a task which drew one. */
	async picture(field: string, value: unknown, rule: Pick<SourceRule, 'tasks'>): Promise<PictureRecipe> {
		const reference = referenceIn(field, value);
		if (reference.kind === 'task') {
			const { result, type } = this.task(field, reference.id, rule);
			if (result.kind !== 'picture')
				throw new TripoRefusal('wrongSourceType', `A task of type ${type} made no single picture.`);
			return result.picture;
		}
		const { picture } = await this.#file(field, reference);
		if (!picture) throw invalid(field, 'must name a picture');
		return picture;
	}

	/** A successful task of the account, of a type that the rule has. */
	task(field: string, id: unknown, { tasks }: Pick<SourceRule, 'tasks'>): TripoTask {
		if (tasks.length === 0) throw invalid(field, 'must be a file token or a URL, not a task id');
		const store = this.context.tripo.tasks;
		const task = typeof id === 'string' ? store.find(this.account, id) : undefined;
		if (!task) throw new TripoRefusal('taskNotFound', 'The source task does not exist.');
		if (task.ended?.status !== 'success')
			throw new TripoRefusal('sourceNotReady', 'The source task has not succeeded.');
		if (!tasks.includes(task.type)) {
			throw new TripoRefusal(
				'wrongSourceType',
				`A task of type ${task.type} cannot be the source of this one.`,
			);
		}
		return task;
	}

	async #file(field: string, reference: Exclude<Reference, { kind: 'task' }>): Promise<FoundFile> {
		if (reference.kind === 'url') {
			const linked = linkedFile(this.context, reference.url);
			if (!linked)
				throw invalid(field, 'is a URL, but the sandbox works offline: only its own live links will do');
			return linked;
		}
		const { clock, tripo } = this.context;
		const upload = tripo.uploads.get(reference.token);
		const known = upload?.account === this.account.id && !upload.pending;
		if (!known || clock.leaseMs() - upload.createdAt > tokenLifetimeMs)
			throw invalid(field, 'names a file that does not exist or has expired');
		this.fileNames.push(upload.name);
		const { kind, token, name } = upload;
		if (!isPicture(kind)) {
			// A presigned upload may turn out to be something else than was announced.
			const model: ModelRecipe = { from: 'upload', token, name, mustBe: kind };
			return { kind, model, native: kind === 'fbx' ? 'fbx' : 'glb' };
		}
		checkSize(field, await tripo.uploads.read(token));
		return { kind, picture: { from: 'upload', token } };
	}
}

/**
 * The file that a link of the sandbox's own file host leads to; like any public address it works for everybody
 * who has it. `undefined` for dead links, other addresses, and files that nothing is made from.
 */
function linkedFile({ filesOrigin, signer, tripo }: SandboxContext, address: string): FoundFile | undefined {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url?.origin !== filesOrigin || signer.judge(url.pathname, url.searchParams) !== 'valid')
		return undefined;
	const named = artifactIn(url.pathname);
	const task = named && tripo.tasks.get(named.taskId);
	const content = task && tripoOutputs(task).find(({ name }) => name === named.name)?.content;
	const kind = named && kindOfName(named.name);
	if (!content || !kind) return undefined;
	return content.kind === 'picture'
		? { kind, picture: content.picture }
		: { kind, model: content.model, native: nativeFormat(task) };
}

function nativeFormat({ result }: TripoTask): ModelResult['native'] {
	return result.kind === 'model' ? result.native : 'glb';
}

function checkSize(field: string, bytes: Buffer): void {
	const size = pictureSize(bytes);
	if (!size) throw invalid(field, 'names a picture that cannot be read');
	const { least, most } = pictureEdge;
	const { width, height } = size;
	if (Math.min(width, height) < least || Math.max(width, height) > most)
		throw invalid(field, `must be from ${least}×${least} to ${most}×${most} pixels, not ${width}×${height}`);
}

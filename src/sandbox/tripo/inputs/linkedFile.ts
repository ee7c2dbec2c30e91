import { type FileKind, kindOfName } from '../../files/fileKind';
import { artifactIn } from '../../files/links';
import type { World } from '../../world';
import { outputsOf } from '../outputs';
import type { Model, Picture } from '../recipe';

/** A file that a request may go on from: a picture or a model. */
export interface FoundFile {
	kind: FileKind;
	picture?: Picture;
	model?: Model;
}

/**
 * The file that a link of the sandbox's own file host leads to; like any public address it works for everybody
 * who has it. `undefined` for dead links, other addresses, and files that nothing is made from.
 */
export function linkedFile(world: World, address: string): FoundFile | undefined {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url?.origin !== world.filesOrigin || world.signer.judge(url.pathname, url.searchParams) !== 'valid') {
		return undefined;
	}
	const named = artifactIn(url.pathname);
	const task = named && world.desk.get(named.taskId);
	const product = task && outputsOf(task).find(({ name }) => name === named.name)?.product;
	const kind = named && kindOfName(named.name);
	if (!product || !kind) {
		return undefined;
	}
	return product.kind === 'picture' ? { kind, picture: product.picture } : { kind, model: product.model };
}

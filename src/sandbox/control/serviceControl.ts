import type { Service } from '../accounts/customer';
import type { World } from '../world';
import { Fields } from './fields';
import { changeHttpVariants } from './httpVariantControl';
import { changeMeshyTask } from './meshyTaskControl';
import { changeMeshyVariants } from './meshyVariantControl';
import { changeTask } from './taskControl';
import { changeVariants } from './variantControl';

const services: readonly Service[] = ['tripo', 'meshy'];

/** A task's change, given to the service that has it. With `next`, `service` says whose; Tripo's if it does not. */
export async function changeAnyTask(world: World, id: string, body: unknown): Promise<void> {
	const { value, rest } = taken('service', body);
	const wanted = new Fields({ service: value }, 'the body').choice('service', services) ?? 'tripo';
	if (id === 'next' ? wanted === 'meshy' : world.meshy.desk.get(id)) {
		return changeMeshyTask(world, id, new Fields(rest, 'the body'));
	}
	return changeTask(world, id, rest);
}

/** Tripo's variants stand in the body itself, Meshy's under `meshy`, those of both under `http`. Gives them all. */
export function changeAllVariants({ variants, meshy, http }: World, body: unknown): object {
	const { value: ofMeshy, rest } = taken('meshy', body);
	const { value: ofBoth, rest: ofTripo } = taken('http', rest);
	changeVariants(variants, ofTripo);
	if (ofMeshy !== undefined) {
		changeMeshyVariants(meshy.variants, ofMeshy);
	}
	if (ofBoth !== undefined) {
		changeHttpVariants(http, ofBoth);
	}
	return { ...variants, meshy: meshy.variants, http };
}

/** A field of a body, and the body without it; a body that is no object stays what it is. */
function taken(name: string, body: unknown): { value: unknown; rest: unknown } {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		return { value: undefined, rest: body };
	}
	const { [name]: value, ...rest } = body as Record<string, unknown>;
	return { value, rest };
}

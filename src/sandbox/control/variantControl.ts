import type { SandboxContext } from '../context';
import { type Chosen, httpVariants, type VariantChoices } from '../http/httpVariants';
import { meshyVariants } from '../meshy/meshyVariants';
import { tripoVariants } from '../tripo/tripoVariants';
import { Fields, withoutField } from './fields';

/** Tripo's variants stand in the body itself, Meshy's under `meshy`, those of both under `http`. Gives them all. */
export function changeVariants({ tripo, meshy, http }: SandboxContext, body: unknown): object {
	const { value: ofMeshy = {}, rest } = withoutField('meshy', body);
	const { value: ofBoth = {}, rest: ofTripo } = withoutField('http', rest);
	choose(tripo.variants, tripoVariants, new Fields(ofTripo, 'the body'));
	choose(meshy.variants, meshyVariants, new Fields(ofMeshy, 'meshy'));
	choose(http, httpVariants, new Fields(ofBoth, 'http'));
	return { ...tripo.variants, meshy: meshy.variants, http };
}

function choose<Choices extends VariantChoices>(
	chosen: Chosen<Choices>,
	choices: Choices,
	fields: Fields,
): void {
	const changes = Object.entries(choices).map(([name, values]) => {
		const value = typeof values[0] === 'boolean' ? fields.flag(name) : fields.choice(name, values);
		return [name, value];
	});
	fields.end();
	Object.assign(chosen, Object.fromEntries(changes.filter(([, value]) => value !== undefined)));
}

import type { JobRequest } from '../model/request';
import { offeredParameters, rangeIn } from '../providers/catalogue/choices';
import type { OperationSpec } from '../providers/catalogue/operationSpec';

/** Of one request: a slip of the finger must not become a thousand jobs. */
export const mostVariants = 100;

/**
 * One request in several variants. Where the provider has seeds, each variant gets its own, so that one that pleases
 * can be made again; seeds that the request names stay. `random` gives 0 ≤ n < 1.
 */
export function variantsOf(
	spec: OperationSpec,
	request: JobRequest,
	count: number | undefined,
	random: () => number,
): JobRequest[] {
	if (count === undefined || count === 1) return [request];
	const open = { spec, request };
	const seeds = offeredParameters(open).filter(
		({ role, name }) => role === 'seed' && request.options[name] === undefined,
	);
	const start = random();
	return Array.from({ length: count }, (_, variant) => {
		const options = { ...request.options };
		for (const known of seeds) {
			if (known.type !== 'integer') continue;
			const { min, max } = rangeIn(open, known);
			const size = max - min + 1;
			options[known.name] = min + ((Math.floor(start * size) + variant) % size);
		}
		return { ...request, options };
	});
}

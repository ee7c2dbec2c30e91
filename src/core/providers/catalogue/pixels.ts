import { type Facts, holds } from './condition';
import type { ParameterSpec, PixelLimits } from './operationSpec';

/** What is wrong with a size in pixels, beside the names of sizes that the parameter knows. */
export function wrongPixels(known: ParameterSpec & { type: 'enum' }, value: string, facts: Facts): string[] {
	const limits = known.pixels?.find(({ when }) => !when || holds(when, facts));
	const [, first, second] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(value) ?? [];
	if (!limits || !first || !second) {
		const example = limits ? ', or pixels such as 1024x768' : '';
		return [`“${known.name}” must be one of ${known.values.join(', ')}${example}`];
	}
	return fits(Number(first), Number(second), limits)
		? []
		: [`“${known.name}” in pixels must have ${formatPixelLimits(limits)}`];
}

function fits(width: number, height: number, limits: PixelLimits): boolean {
	const { shortest, longest, step = 1, ratio = longest, least = 0, most = longest ** 2 } = limits;
	const [short, long] = [Math.min(width, height), Math.max(width, height)];
	const area = width * height;
	return (
		short >= shortest &&
		long <= Math.min(longest, ratio * short) &&
		width % step === 0 &&
		height % step === 0 &&
		area >= least &&
		area <= most
	);
}

function formatPixelLimits({ shortest, longest, step, ratio, least, most }: PixelLimits): string {
	return [
		`edges of ${shortest} to ${longest}`,
		...(step === undefined ? [] : [`in steps of ${step}`]),
		...(ratio === undefined ? [] : [`at most ${ratio}:1`]),
		...(least === undefined || most === undefined ? [] : [`${least} to ${most} in all`]),
	].join(', ');
}

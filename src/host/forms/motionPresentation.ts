import type { OptionValue } from '../../core/model/request';
import type { Motion } from '../../core/model/task';

/** A service's name in words, for people: `Bow_Shot` and `BowShot` become “Bow Shot”. */
export function spaced(name: string): string {
	return name
		.replaceAll('_', ' ')
		.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
		.trim();
}

/** The motions that a value names, by their names where they are known. */
export function formatMotion(value: OptionValue, known: readonly Motion[]): string {
	return motionIds(value)
		.map((id) => {
			const motion = known.find((one) => one.id === id);
			return motion ? spaced(motion.name) : String(id);
		})
		.join(', ');
}

/** The numbers in the value of a parameter that names one motion, or several. */
export function motionIds(value: OptionValue | undefined): readonly number[] {
	const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
	return entries.filter((entry) => typeof entry === 'number');
}

/** What everybody asks for, job by job: a model that costs the sandbox next to nothing to make. */
export const prompt = 'crate';
export const options = { texture: false, pbr: false, face_limit: 1000 } as const;

/** Kinds of tasks that a trace mixes: how many of a hundred, and between which seconds they last. */
const kinds = [
	{ share: 35, from: 30, to: 50 },
	{ share: 55, from: 60, to: 100 },
	{ share: 10, from: 100, to: 160 },
] as const;

/** How long the service takes for each task, in the order of their creation, in seconds: the same for everybody. */
export function trace(tasks: number): number[] {
	let state = 11;
	/** 0 ≤ n < 1; a linear congruential generator is random enough to mix durations. */
	const next = (): number => {
		state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
		return state / 2 ** 31;
	};
	return Array.from({ length: tasks }, () => {
		let draw = next() * 100;
		const kind = kinds.find(({ share }) => {
			draw -= share;
			return draw < 0;
		});
		const { from, to } = kind ?? kinds[0];
		return from + (to - from) * next();
	});
}

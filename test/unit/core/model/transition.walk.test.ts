import assert from 'node:assert/strict';
import { holdsSlot, isSettled, type JobState, taskOf } from '../../../../src/core/model/jobRecord';
import { IllegalTransition, type JobEvent, transition } from '../../../../src/core/model/transition';
import { sampleEvents } from '../support/states';

/** Numbers from 0 to 1 that follow from the seed alone. */
function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

interface Walk {
	readonly path: string[];
	/** What happened since the last fresh start, for a replay. */
	history: JobEvent[];
	readonly visited: Set<string>;
	posts: number;
}

function step(state: JobState, event: JobEvent, walk: Walk): JobState {
	let next: JobState;
	try {
		next = transition(state, event);
	} catch (error) {
		assert.ok(error instanceof IllegalTransition, `${state.kind} + ${event.type}: ${String(error)}`);
		return state;
	}
	walk.history.push(event);
	walk.path.push(`${state.kind} —${event.type}→ ${next.kind}`);
	walk.visited.add(next.kind);
	if (next.kind === 'submitting') {
		assert.equal(state.kind, 'uploading', 'a POST leaves only from a slot of its own');
		walk.posts++;
	}
	if (state.kind === 'submitting')
		assert.ok(
			next.kind === 'uncertain' || next.kind === 'running' || !taskOf(next),
			'what follows a POST is its task, doubt, or the certainty that there is none',
		);
	if (state.kind === 'uncertain' && next.kind === 'waiting')
		assert.ok(['notMade', 'retried'].includes(event.type), 'doubt ends by knowledge or by the user');
	if (state.kind === 'done') assert.fail('nothing follows done');
	if (taskOf(state) && event.type !== 'retried')
		assert.deepEqual(taskOf(next), taskOf(state), 'a task is never lost but by a new try');
	// Somebody must be responsible: the engine works on it, or it is the user's turn.
	if (next.kind === 'cancelled') assert.equal(holdsSlot(next), !!next.task && !next.outcome);
	if (!isSettled(next) && !holdsSlot(next))
		assert.ok(['waiting', 'downloading'].includes(next.kind), `${next.kind} is nobody's`);
	return next;
}

describe('State machine: random walks', () => {
	const events = Object.values(sampleEvents);
	const seeds = Array.from({ length: 60 }, (_, index) => 20_261_122 + index);
	const everywhere = new Set<string>();

	for (const seed of seeds)
		it(`keeps its promises on walk ${seed}`, () => {
			const random = seededRandom(seed);
			const walk: Walk = { path: [], history: [], visited: new Set(), posts: 0 };
			let state: JobState = { kind: 'waiting' };
			try {
				for (let count = 0; count < 2000; count++) {
					const event = events[Math.floor(random() * events.length)];
					assert.ok(event);
					if (state.kind === 'done') {
						state = { kind: 'waiting' };
						walk.history = [];
					}
					state = step(state, event, walk);
				}
			} catch (error) {
				throw new Error(`seed ${seed}: … ${walk.path.slice(-8).join('; ')}`, { cause: error });
			}
			const replayed = walk.history.reduce<JobState>(transition, { kind: 'waiting' });
			assert.deepEqual(replayed, state, 'replaying the history gives the record');
			for (const kind of walk.visited) everywhere.add(kind);
		});

	it('has been in every state', () => {
		assert.equal(everywhere.size, 11, [...everywhere].join(', '));
	});
});

import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/core/base/events';

describe('Emitter', () => {
	it('tells everybody in the order in which they came', () => {
		const heard: string[] = [];
		const emitter = new Emitter<number>();
		emitter.event((value) => heard.push(`a${value}`));
		emitter.event((value) => heard.push(`b${value}`));
		emitter.fire(1);
		assert.deepEqual(heard, ['a1', 'b1']);
	});

	it('goes on when a listener throws, and reports it', () => {
		const heard: unknown[] = [];
		const emitter = new Emitter<number>((error) => heard.push(error));
		const fault = new Error('listener');
		emitter.event(() => {
			throw fault;
		});
		emitter.event((value) => heard.push(value));
		emitter.fire(7);
		assert.deepEqual(heard, [fault, 7]);
	});

	it('forgets a listener that is disposed of, even while it tells', () => {
		const heard: number[] = [];
		const emitter = new Emitter<number>();
		const subscription = emitter.event((value) => {
			heard.push(value);
			subscription.dispose();
		});
		emitter.fire(1);
		emitter.fire(2);
		assert.deepEqual(heard, [1]);
	});
});

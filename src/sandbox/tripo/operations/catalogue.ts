import { animation } from './animation';
import { generation } from './generation';
import { mesh } from './mesh';
import type { Operation } from './operation';
import { pictures } from './pictures';
import { reshaping } from './reshaping';

/** Every call that makes a task. */
export const operations: readonly Operation[] = [
	...generation,
	...pictures,
	...reshaping,
	...mesh,
	...animation,
];

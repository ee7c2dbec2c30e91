import type { Kind } from '../kind';
import { block } from './block';
import { barrel, crate } from './containers';

/** Every kind that words can call for. */
export const kinds: readonly Kind[] = [barrel, crate, block];

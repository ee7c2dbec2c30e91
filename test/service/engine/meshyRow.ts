import { join } from 'node:path';
import type { JobRequest, RequestOptions } from '../../../src/core/model/request';
import { text } from '../engineHarness';

const art = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art');
export const picture = join(art, 'barrel.png');
export const [front, left, back, right] = ['front', 'left', 'back', 'right'].map((side) =>
	join(art, `robot-${side}.png`),
) as [string, string, string, string];
export const glb = { target_formats: ['glb'] };

/** A local file as Meshy gets it; the sandbox remembers how it begins. */
export const aPicture = /^data:image\/png;base64,iVBOR/;
export const aModel = /^data:application\/octet-stream;base64,Z2x/;
/** Stands for the id of the task that a request goes on from. */
export const theTask = Symbol('task');

/** A request, what Meshy is to get, and what is to come of it. */
export interface MeshyRow {
	/** Operations that come before, each going on from the one above. */
	readonly after?: readonly JobRequest[];
	readonly request: JobRequest;
	/** A file of the workspace that is the source: the main one of what came before. */
	readonly fromFile?: true;
	readonly path: string;
	readonly body: Readonly<Record<string, unknown>>;
	readonly credits: number;
	/** In the order in which they arrive; `thing.glb` alone when absent. */
	readonly files?: readonly string[];
}

export const robot = text('a robot knight', { pose_mode: 'a-pose' });
export const figure = [robot, { operation: 'refine', options: {} }] as const;
export const step = (operation: JobRequest['operation'], options: RequestOptions = {}): JobRequest => ({
	operation,
	options,
});
export const mesh = { ai_model: 'meshy-7.1', should_remesh: true, ...glb };

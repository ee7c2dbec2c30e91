import type { Operation } from '../../model/request';

/** Where an operation's tasks live, and the `type` that they carry. */
interface Call {
	readonly path: string;
	/** Sources disagree on some. */
	readonly types: readonly string[];
}

/** Meshy keeps the tasks of each path apart: an id means nothing at another one. */
const calls: Readonly<Partial<Record<Operation, Call>>> = {
	textToModel: { path: '/openapi/v2/text-to-3d', types: ['text-to-3d-preview'] },
	refine: { path: '/openapi/v2/text-to-3d', types: ['text-to-3d-refine'] },
	imageToModel: { path: '/openapi/v1/image-to-3d', types: ['image-to-3d'] },
	multiviewToModel: { path: '/openapi/v1/multi-image-to-3d', types: ['multi-image-to-3d'] },
	texture: { path: '/openapi/v1/retexture', types: ['retexture'] },
	remesh: { path: '/openapi/v1/remesh', types: ['remesh'] },
	convert: { path: '/openapi/v1/convert', types: ['convert'] },
	resize: { path: '/openapi/v1/resize', types: ['resize'] },
	uvUnwrap: { path: '/openapi/v1/uv-unwrap', types: ['uv-unwrap'] },
	rig: { path: '/openapi/v1/rigging', types: ['rig'] },
	retarget: { path: '/openapi/v1/animations', types: ['animate', 'animation'] },
	textToMotion: { path: '/openapi/v1/text-to-motion', types: ['text-to-motion'] },
	analyzePrintability: { path: '/openapi/v1/print/analyze', types: ['print-analyze'] },
	repairPrintability: { path: '/openapi/v1/print/repair', types: ['print-repair'] },
	textToImage: { path: '/openapi/v1/text-to-image', types: ['text-to-image'] },
	imageToImage: { path: '/openapi/v1/image-to-image', types: ['image-to-image'] },
};

/** Every path that tasks live at, once, with an operation of it; in the order of the table. */
export function taskPaths(): { readonly path: string; readonly operation: Operation }[] {
	const byPath = new Map<string, Operation>();
	for (const [operation, { path }] of Object.entries(calls) as [Operation, Call][])
		if (!byPath.has(path)) byPath.set(path, operation);
	return [...byPath].map(([path, operation]) => ({ path, operation }));
}

/** What makes tasks of a type; undefined for a type that we do not know. */
export function operationOf(type: string | undefined): Operation | undefined {
	const entries = Object.entries(calls) as [Operation, Call][];
	return entries.find(([, { types }]) => type !== undefined && types.includes(type))?.[0];
}

/** Throws for an operation that Meshy's catalogue has not. */
export function callOf(operation: Operation): Call {
	const call = calls[operation];
	if (!call) throw new Error(`Meshy has no operation ${operation}`);
	return call;
}

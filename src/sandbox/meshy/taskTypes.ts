/** Where tasks live. A task is there under its own resource and no other. */
export const resources = [
	...([
		'text-to-3d',
		'image-to-3d',
		'multi-image-to-3d',
		'retexture',
		'remesh',
		'convert',
		'resize',
	] as const),
	...(['uv-unwrap', 'rigging', 'animations', 'text-to-motion', 'print-analyze', 'print-repair'] as const),
	...(['text-to-image', 'image-to-image'] as const),
] as const;

export type Resource = (typeof resources)[number];

/** The path of a resource's tasks. */
export function pathOf(resource: Resource): string {
	const version = resource === 'text-to-3d' ? 'v2' : 'v1';
	return `/openapi/${version}/${resource.replace('print-', 'print/')}`;
}

/** `quiet` is `task_error` on a task that has not failed. `documentsExpiry`: documentation knows `expires_at`. */
interface TaskTypeFacts {
	resource: Resource;
	quiet: { message: '' } | null;
	documentsExpiry: boolean;
}

const ordinary = { quiet: { message: '' }, documentsExpiry: true } as const;
const reshaping = { quiet: null, documentsExpiry: false } as const;

/** What a task calls itself. It is not always the name of its resource. */
export const taskTypes = {
	'text-to-3d-preview': { ...ordinary, resource: 'text-to-3d', documentsExpiry: false },
	'text-to-3d-refine': { ...ordinary, resource: 'text-to-3d', documentsExpiry: false },
	'image-to-3d': { ...ordinary, resource: 'image-to-3d' },
	'multi-image-to-3d': { ...ordinary, resource: 'multi-image-to-3d' },
	retexture: { ...ordinary, resource: 'retexture' },
	remesh: { ...reshaping, resource: 'remesh' },
	convert: { ...reshaping, resource: 'convert' },
	resize: { ...reshaping, resource: 'resize' },
	'uv-unwrap': { ...ordinary, resource: 'uv-unwrap', documentsExpiry: false },
	rig: { ...ordinary, resource: 'rigging' },
	animate: { ...ordinary, resource: 'animations' },
	'text-to-motion': { ...ordinary, resource: 'text-to-motion' },
	'print-analyze': { ...ordinary, resource: 'print-analyze', documentsExpiry: false },
	'print-repair': { ...ordinary, resource: 'print-repair', documentsExpiry: false },
	'text-to-image': { ...ordinary, resource: 'text-to-image' },
	'image-to-image': { ...ordinary, resource: 'image-to-image', documentsExpiry: false },
} as const satisfies Record<string, TaskTypeFacts>;

export type MeshyTaskType = keyof typeof taskTypes;

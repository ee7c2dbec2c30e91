/** The paths under which tasks live. A task is there under its own resource and no other. */
export const resources = {
	'text-to-3d': '/openapi/v2/text-to-3d',
	'image-to-3d': '/openapi/v1/image-to-3d',
	'multi-image-to-3d': '/openapi/v1/multi-image-to-3d',
	retexture: '/openapi/v1/retexture',
	remesh: '/openapi/v1/remesh',
	convert: '/openapi/v1/convert',
	resize: '/openapi/v1/resize',
	'uv-unwrap': '/openapi/v1/uv-unwrap',
	rigging: '/openapi/v1/rigging',
	animations: '/openapi/v1/animations',
	'text-to-motion': '/openapi/v1/text-to-motion',
	'print-analyze': '/openapi/v1/print/analyze',
	'print-repair': '/openapi/v1/print/repair',
	'text-to-image': '/openapi/v1/text-to-image',
	'image-to-image': '/openapi/v1/image-to-image',
} as const;

export type Resource = keyof typeof resources;

export interface TaskTypeFacts {
	resource: Resource;
	/** What `task_error` is on a task that has not failed. */
	quiet: { message: '' } | null;
	/** The type's documentation knows `expires_at`. */
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

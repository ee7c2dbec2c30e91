import type { Chosen } from '../http/httpVariants';

const permission = ['refused', 'taken'] as const;

/** Points on which accounts of Tripo differ, or its sources. */
export const tripoVariants = {
	/** What `data` of a task list holds: `tasks` as a map by id, `tasks` as a list, or just the list. */
	taskList: ['map', 'list', 'bareList'],
	/** Whether usage has rows for tasks that have not ended. */
	usage: ['all', 'endedOnly'],
	/** The name under which a presigned address comes. */
	presignedName: ['presigned_url', 'upload_url'],
	/** The code that a refused key gets; the HTTP status is 401 always. */
	badKeyCode: [2, 1000, 1001, 1002],
	/** Where the links to views are: in `output.generate_multiview_image`, or in `output` itself. */
	views: ['nested', 'topLevel'],
	/** A picture by a `template` alone. The service is said to want a prompt; the official SDK sends none. */
	templateAlone: permission,
	/** Views of what a task drew, by its id. Documentation has file tokens and URLs; the official SDK has task ids, too. */
	viewsOfTask: permission,
	/** `GLB` as a format to convert into. Documentation has `GLTF`, which gives the same; the official SDK has both. */
	glbFormat: permission,
} as const;

export type TripoVariants = Chosen<typeof tripoVariants>;

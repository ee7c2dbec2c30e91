/** Parameters under the provider's own names, such as `face_limit`. */
export type RequestOptions = Readonly<Record<string, string | number | boolean>>;

export const viewNames = ['front', 'left', 'back', 'right'] as const;
export type ViewName = (typeof viewNames)[number];

/** What the user wants. Pictures are absolute paths of local files. */
export type JobRequest =
	| { readonly operation: 'textToModel'; readonly prompt: string; readonly options: RequestOptions }
	| { readonly operation: 'imageToModel'; readonly image: string; readonly options: RequestOptions }
	| {
			readonly operation: 'multiviewToModel';
			readonly views: Readonly<Partial<Record<ViewName, string>>>;
			readonly options: RequestOptions;
	  };

export type Operation = JobRequest['operation'];

/** A task that the service had before there was a job for it. It is only followed and fetched; nothing is sent. */
export interface AdoptedTask {
	readonly operation: 'adoptTask';
	readonly taskId: string;
	/** As the service tells it. */
	readonly prompt?: string;
	readonly options: RequestOptions;
}

/** The pictures that a request needs at the service, in a fixed order. */
export function picturesOf(request: JobRequest | AdoptedTask): readonly string[] {
	switch (request.operation) {
		case 'textToModel':
		case 'adoptTask':
			return [];
		case 'imageToModel':
			return [request.image];
		case 'multiviewToModel':
			return viewNames.flatMap((name) => request.views[name] ?? []);
	}
}

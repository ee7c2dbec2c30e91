import type { JobRecord } from '../../model/jobRecord';
import { picturesOf } from '../../model/request';
import { optionPictures } from '../../providers/catalogue/references';
import { catalogueOf } from '../../providers/catalogues';

type Asked = Pick<JobRecord, 'provider' | 'request'>;

/** The pictures that a request needs at the service, each once: those that it is made from, and those that options name. */
export function inputPictures({ provider, request }: Asked): readonly string[] {
	if (request.operation === 'adoptTask') return [];
	const spec = catalogueOf(provider).operations[request.operation];
	return [...new Set([...picturesOf(request), ...optionPictures(spec, request.options)])];
}

/** The local files that a request needs at the service: its pictures, and its model. */
export function inputFiles(asked: Asked): readonly string[] {
	const { request } = asked;
	if (request.operation === 'adoptTask') return [];
	return [...inputPictures(asked), ...(request.source?.kind === 'file' ? [request.source.path] : [])];
}

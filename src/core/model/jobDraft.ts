import type { JobRecord } from './jobRecord';
import type { JobRequest } from './request';

/** One job of a request, validated and priced, that is not written down yet. */
export interface JobDraft
	extends Pick<JobRecord, 'provider' | 'destination' | 'workspace' | 'estimate' | 'group' | 'deliver'> {
	readonly request: JobRequest;
}

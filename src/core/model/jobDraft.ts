import type { ProviderId } from './account';
import type { Destination, JobRecord } from './jobRecord';
import type { JobRequest } from './request';

/** What somebody wants made. */
export interface NewJob {
	readonly provider: ProviderId;
	readonly request: JobRequest;
	readonly destination: Destination;
	/** False: the result stays at the service, as a step's does that the next one takes up there. */
	readonly deliver?: false;
	/** What its user knows it by among others, such as “line 3”; made from its inputs when absent. */
	readonly label?: string | undefined;
}

/** A validated and priced job that is not written down yet. */
export type JobDraft = Pick<
	JobRecord,
	'provider' | 'request' | 'destination' | 'workspace' | 'estimate' | 'group' | 'deliver'
>;

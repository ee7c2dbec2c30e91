import type { ProviderId } from '../model/account';
import { PropsmithError } from '../model/errors';
import type { AdoptedTask } from '../model/request';
import { type JobRequest, madeBy, type Operation } from '../model/request';
import { modelOf } from './catalogue/facts';
import type { Catalogue, OperationSpec } from './catalogue/operationSpec';
import { meshyCatalogue } from './meshy/catalogue/catalogue';
import type { TaskClass } from './tiers';
import { tripoCatalogue } from './tripo/catalogue/catalogue';

/** The sandbox's account speaks Tripo's protocol. */
export function catalogueOf(provider: ProviderId): Catalogue {
	switch (provider) {
		case 'tripo':
		case 'sandbox':
			return tripoCatalogue;
		case 'meshy':
			return meshyCatalogue;
	}
}

/** Rejects with `requestInvalid` for what the provider does not offer. */
export function specOf(provider: ProviderId, operation: Operation): OperationSpec {
	const spec = catalogueOf(provider).operations[operation];
	if (!spec)
		throw new PropsmithError('requestInvalid', { detail: `${provider} has no operation “${operation}”` });
	return spec;
}

/** How the service counts a request's task. */
export function taskClassOf(provider: ProviderId, request: JobRequest | AdoptedTask): TaskClass {
	const spec = catalogueOf(provider).operations[madeBy(request)];
	if (!spec) return 'H';
	return modelOf(spec, request)?.taskClass ?? spec.taskClass;
}

/** How long the service usually takes for a request, in ms; undefined where nobody knows. */
export function usualMsOf(provider: ProviderId, request: JobRequest | AdoptedTask): number | undefined {
	const spec = catalogueOf(provider).operations[madeBy(request)];
	const seconds = spec && (modelOf(spec, request)?.seconds ?? spec.seconds);
	return seconds === undefined ? undefined : seconds * 1000;
}

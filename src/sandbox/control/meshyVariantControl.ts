import type { MeshyVariants } from '../meshy/variants';
import { Fields } from './fields';

/** Any fields of `MeshyVariants`. */
export function changeMeshyVariants(variants: MeshyVariants, value: unknown): void {
	const fields = new Fields(value, 'meshy');
	const changed: MeshyVariants = {
		accepted: fields.choice('accepted', [200, 202]) ?? variants.accepted,
		queueWord:
			fields.choice('queueWord', ['NoMoreConcurrentTasks', 'NoMorePendingTasks']) ?? variants.queueWord,
		noPlanStatus: fields.choice('noPlanStatus', [402, 429]) ?? variants.noPlanStatus,
		retryAfter: fields.flag('retryAfter') ?? variants.retryAfter,
		balance: fields.choice('balance', ['atOnce', 'late']) ?? variants.balance,
		expiresAt: fields.choice('expiresAt', ['all', 'documented']) ?? variants.expiresAt,
		ratioOfViews: fields.choice('ratioOfViews', ['refused', 'ignored']) ?? variants.ratioOfViews,
		latestRefines: fields.choice('latestRefines', ['matching', 'all']) ?? variants.latestRefines,
		viewsModels: fields.choice('viewsModels', ['named', 'generation']) ?? variants.viewsModels,
	};
	fields.end();
	Object.assign(variants, changed);
}

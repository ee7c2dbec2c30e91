import type { Variants } from '../tripo/variants';
import { Fields } from './fields';

/** Any fields of `Variants`. */
export function changeVariants(variants: Variants, body: unknown): void {
	const fields = new Fields(body, 'the body');
	const taskList = fields.choice('taskList', ['map', 'list', 'bareList']) ?? variants.taskList;
	const usage = fields.choice('usage', ['all', 'endedOnly']) ?? variants.usage;
	const presignedName =
		fields.choice('presignedName', ['presigned_url', 'upload_url']) ?? variants.presignedName;
	const badKeyCode = fields.choice('badKeyCode', [2, 1000, 1001, 1002]) ?? variants.badKeyCode;
	const views = fields.choice('views', ['nested', 'topLevel']) ?? variants.views;
	const permit = ['refused', 'taken'] as const;
	const templateAlone = fields.choice('templateAlone', permit) ?? variants.templateAlone;
	const viewsOfTask = fields.choice('viewsOfTask', permit) ?? variants.viewsOfTask;
	const glbFormat = fields.choice('glbFormat', permit) ?? variants.glbFormat;
	fields.end();
	const changed: Variants = {
		taskList,
		usage,
		presignedName,
		badKeyCode,
		views,
		templateAlone,
		viewsOfTask,
		glbFormat,
	};
	Object.assign(variants, changed);
}

import { ServiceError } from '../../model/serviceError';
import type { FoundTask, ListedTask } from '../../model/task';
import { asList, asObject, asText } from '../json';
import type { InTurn } from '../provider';
import { operationOf, taskPaths } from './calls';
import { decodeListed, decodeTask } from './decode';
import { refusal } from './refusals';
import type { Answer } from './wire';

/** Of each kind: people look for what they made lately. */
const newestOfEach = 20;

/** A free call, made at once. */
type Get = (path: string) => Promise<Answer>;

/**
 * Asks each kind of task for the id, in the order of `taskPaths`, until one has it: an id means nothing at another path.
 * Rejects with `taskNotFound` when none has it.
 */
export async function findTask(id: string, get: Get, inTurn: InTurn): Promise<FoundTask> {
	for (const { path, operation: likely } of taskPaths()) {
		const answer = await unlessElsewhere(inTurn(() => get(`${path}/${encodeURIComponent(id)}`)));
		const operation = operationOf(asText(asObject(answer?.data)?.type)) ?? likely;
		// Meshy is known to answer an id that does not exist with another task.
		const snapshot = answer && decodeTask(answer.data, { id, operation }, answer.aheadMs);
		if (snapshot) return { operation, snapshot };
	}
	throw refusal({ status: 404, message: 'no kind of task has this id' });
}

/** The newest tasks of all kinds, newest first. Kinds that the account may not see are left out. */
export async function recentOfAll(get: Get, inTurn: InTurn): Promise<ListedTask[]> {
	const query = `page_num=1&page_size=${newestOfEach}&sort_by=-created_at`;
	const lists = await Promise.all(
		taskPaths().map(async ({ path, operation: likely }) => {
			const answer = await unlessElsewhere(inTurn(() => get(`${path}?${query}`)));
			return asList(answer?.data).flatMap((task) => decodeListed(task, likely, answer?.aheadMs) ?? []);
		}),
	);
	return lists.flat().sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

/** Undefined for an answer by which this kind of task has nothing for us. */
async function unlessElsewhere(asked: Promise<Answer>): Promise<Answer | undefined> {
	try {
		return await asked;
	} catch (error) {
		if (
			error instanceof ServiceError &&
			['taskNotFound', 'requestInvalid', 'planHasNoApi'].includes(error.code)
		)
			return undefined;
		throw error;
	}
}

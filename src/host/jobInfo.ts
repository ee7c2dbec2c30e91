import * as vscode from 'vscode';
import { describeError } from '../core/model/errors';
import { creditsOf, errorOf, isLookedUp, type JobRecord, taskOf } from '../core/model/jobRecord';
import type { JobInfo } from './api';

/** A record as the API shows it. */
export function jobInfo({ id, request, state, estimate, group }: JobRecord): JobInfo {
	const task = taskOf(state);
	const credits = creditsOf(state);
	// Nobody knows yet that it is one.
	const error = isLookedUp(state) ? undefined : errorOf(state);
	return {
		id,
		operation: request.operation,
		state: state.kind,
		files: state.kind === 'done' ? state.files.map(({ path }) => vscode.Uri.file(path)) : [],
		...(task ? { taskId: task.id } : {}),
		...(group ? { group: group.id } : {}),
		...(state.kind === 'done' && state.findings ? { findings: state.findings } : {}),
		...(state.kind === 'running' ? { progress: state.progress } : {}),
		...(estimate === undefined ? {} : { estimate }),
		...(credits === undefined ? {} : { credits }),
		...(error ? { error: { code: error.code, message: describeError(error) } } : {}),
	};
}

import type { SandboxContext } from '../context';
import { headerOf, type Incoming, jsonReply, type Reply } from '../http/message';
import { findRoute, type Route } from '../http/router';
import type { SandboxAddress } from '../state/folderLock';
import { changeAccounts } from './accountControl';
import { type FaultBook, readFaultSteps } from './faultBook';
import { BadControl, Fields } from './fields';
import { ledgerView } from './ledgerView';
import type { RequestRecorder } from './requestRecorder';
import { changeTask } from './taskControl';
import { changeVariants } from './variantControl';

/** Where the control API is on the API's port. Faults never touch it, and it is not recorded. */
export const controlPath = '/__sandbox';

/** What the control API reads and changes. */
export interface Controlled {
	context: SandboxContext;
	faults: FaultBook;
	recorder: RequestRecorder;
	self: SandboxAddress;
	/** Back to how the sandbox was started, without accounts, tasks, faults and records. */
	reset(): Promise<void>;
}

/** Answers a control request; README.md describes the calls. */
export function controlApi(controlled: Controlled): (incoming: Incoming) => Promise<Reply> {
	const routes = routesOf(controlled);
	return async (incoming) => {
		if (!isLocal(incoming))
			return jsonReply(403, { error: 'the control API answers to this machine only, not to web pages' });
		const match = findRoute(routes, incoming.method, incoming.path.replace(/\/$/, ''));
		if (match.kind !== 'found') {
			return jsonReply(match.kind === 'unknown' ? 404 : 405, {
				error: `no ${incoming.method} ${incoming.path}`,
			});
		}
		try {
			return await match.route.run(incoming, match.params);
		} catch (error) {
			if (error instanceof BadControl) return jsonReply(400, { error: error.message });
			throw error;
		}
	};
}

function routesOf({ context, faults, recorder, self, reset }: Controlled): Route<Incoming>[] {
	const steps = () => ({ steps: faults.list() });
	const change = (method: string, path: string, work: Change) => changeRoute(context, method, path, work);
	return [
		readRoute('', () => ({ ...self, clock: clockView(context) })),
		readRoute('/ledger', () => ledgerView(context)),
		readRoute('/requests', () => ({ requests: recorder.list() })),
		readRoute('/faults', steps),
		readRoute('/clock', () => clockView(context)),
		change('POST', '/faults', (body) => {
			faults.add(readFaultSteps(body));
			return steps();
		}),
		change('DELETE', '/faults', () => {
			faults.clear();
			return steps();
		}),
		change('POST', '/accounts', (body) => {
			changeAccounts(context, body);
			return ledgerView(context);
		}),
		change('POST', '/tasks/:id', async (body, { id = '' }) => {
			await changeTask(context, id, body);
			return ledgerView(context);
		}),
		change('POST', '/variants', (body) => changeVariants(context, body)),
		change('POST', '/clock', async (body) => {
			await changeClock(context, body);
			return clockView(context);
		}),
		change('POST', '/reset', async () => {
			await reset();
			return {};
		}),
	];
}

/** Does what a body asks for, and gives the answer. */
type Change = (body: unknown, params: Record<string, string>) => unknown;

function readRoute(path: string, read: () => unknown): Route<Incoming> {
	return { method: 'GET', path: `${controlPath}${path}`, run: async () => jsonReply(200, await read()) };
}

function changeRoute(context: SandboxContext, method: string, path: string, work: Change): Route<Incoming> {
	const run: Route<Incoming>['run'] = async (incoming, params) => {
		const answer = await work(bodyOf(incoming), params);
		await context.saved();
		return jsonReply(200, answer);
	};
	return { method, path: `${controlPath}${path}`, run };
}

/** `{speed?, advanceSeconds?, advanceLinkSeconds?, linkLifetimeSeconds?, skewSeconds?}` */
async function changeClock(context: SandboxContext, body: unknown): Promise<void> {
	const fields = new Fields(body, 'the body');
	const speed = fields.number('speed', 0, 1_000_000);
	const advance = fields.number('advanceSeconds', 0);
	const advanceLinks = fields.number('advanceLinkSeconds', 0);
	const lifetime = fields.number('linkLifetimeSeconds', 0);
	const skew = fields.number('skewSeconds', -1_000_000_000);
	fields.end();
	// What is due ends at its own moment, before the clock's past is bent.
	await settleAll(context);
	if (speed !== undefined) context.clock.setSpeed(speed);
	context.clock.skewMs = skew === undefined ? context.clock.skewMs : 1000 * skew;
	context.clock.advance(1000 * (advance ?? 0));
	context.clock.advanceLeases(1000 * (advanceLinks ?? 0));
	context.signer.lifetimeMs = lifetime === undefined ? context.signer.lifetimeMs : 1000 * lifetime;
	await settleAll(context);
}

async function settleAll({ tripo, meshy }: SandboxContext): Promise<void> {
	await tripo.tasks.settle();
	await meshy.tasks.settle();
}

function clockView(context: SandboxContext): object {
	return {
		speed: context.clock.speed,
		workSeconds: context.clock.workMs() / 1000,
		linkLifetimeSeconds: context.signer.lifetimeMs / 1000,
		skewSeconds: context.clock.skewMs / 1000,
	};
}

function bodyOf(incoming: Incoming): unknown {
	if (incoming.body.length === 0) return {};
	try {
		return JSON.parse(incoming.body.toString('utf8'));
	} catch {
		throw new BadControl('the body is not valid JSON');
	}
}

/** A web page could send requests here, or reach this port under a name of its own; neither is let in. */
function isLocal(incoming: Incoming): boolean {
	const origin = headerOf(incoming, 'origin');
	const addresses = [`http://${headerOf(incoming, 'host') ?? ''}`, ...(origin === undefined ? [] : [origin])];
	return addresses.every((address) => /^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(address));
}

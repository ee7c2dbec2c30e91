import type { Incoming, Reply } from '../http/message';
import { headerOf, jsonReply } from '../http/message';
import { findRoute, type Route } from '../http/router';
import type { Claim } from '../state/claim';
import type { World } from '../world';
import { changeAccounts } from './accountControl';
import type { FaultBook } from './faultBook';
import { BadControl, Fields } from './fields';
import { ledgerOf } from './ledger';
import { readFaults } from './readFaults';
import type { Recorder } from './recorder';
import { changeAllVariants, changeAnyTask } from './serviceControl';

/** Where the control API is on the API's port. Faults never touch it, and it is not recorded. */
export const controlPath = '/__sandbox';

/** What the control API has its hands on. */
export interface Controlled {
	world: World;
	faults: FaultBook;
	recorder: Recorder;
	self: Claim;
	/** Back to how the sandbox was started, without accounts, tasks, faults and records. */
	reset(): Promise<void>;
}

/** Answers a control request; README.md describes the calls. */
export function controlApi(controlled: Controlled): (incoming: Incoming) => Promise<Reply> {
	const routes = routesOf(controlled);
	return async (incoming) => {
		if (!isLocal(incoming)) {
			return jsonReply(403, { error: 'the control API answers to this machine only, not to web pages' });
		}
		const match = findRoute(routes, incoming.method, incoming.path.replace(/\/$/, ''));
		if (match.kind !== 'found') {
			return jsonReply(match.kind === 'unknown' ? 404 : 405, {
				error: `no ${incoming.method} ${incoming.path}`,
			});
		}
		try {
			return await match.route.run(incoming, match.params);
		} catch (error) {
			if (error instanceof BadControl) {
				return jsonReply(400, { error: error.message });
			}
			throw error;
		}
	};
}

function routesOf(controlled: Controlled): Route<Incoming>[] {
	const { world, faults, recorder, self } = controlled;
	const get = (path: string, read: () => unknown): Route<Incoming> => ({
		method: 'GET',
		path: `${controlPath}${path}`,
		run: async () => jsonReply(200, await read()),
	});
	const post = (
		path: string,
		change: (body: unknown, params: Record<string, string>) => unknown,
		method = 'POST',
	): Route<Incoming> => ({
		method,
		path: `${controlPath}${path}`,
		run: async (incoming, params) => {
			const answer = await change(bodyOf(incoming), params);
			await world.saved();
			return jsonReply(200, answer);
		},
	});
	return [
		get('', () => ({ ...self, clock: clockView(world) })),
		get('/ledger', () => ledgerOf(world)),
		get('/requests', () => ({ requests: recorder.list() })),
		get('/faults', () => ({ steps: faults.list() })),
		get('/clock', () => clockView(world)),
		post('/faults', (body) => {
			faults.add(readFaults(body));
			return { steps: faults.list() };
		}),
		post(
			'/faults',
			() => {
				faults.clear();
				return { steps: [] };
			},
			'DELETE',
		),
		post('/accounts', async (body) => {
			changeAccounts(world, body);
			return ledgerOf(world);
		}),
		post('/tasks/:id', async (body, { id = '' }) => {
			await changeAnyTask(world, id, body);
			return ledgerOf(world);
		}),
		post('/variants', (body) => changeAllVariants(world, body)),
		post('/clock', async (body) => {
			await changeClock(world, body);
			return clockView(world);
		}),
		post('/reset', async () => {
			await controlled.reset();
			return {};
		}),
	];
}

/** `{speed?, advanceSeconds?, advanceLinkSeconds?, linkLifetimeSeconds?, skewSeconds?}` */
async function changeClock(world: World, body: unknown): Promise<void> {
	const fields = new Fields(body, 'the body');
	const speed = fields.number('speed', 0, 1_000_000);
	const advance = fields.number('advanceSeconds', 0);
	const advanceLinks = fields.number('advanceLinkSeconds', 0);
	const lifetime = fields.number('linkLifetimeSeconds', 0);
	const skew = fields.number('skewSeconds', -1_000_000_000);
	fields.end();
	// What is due ends at its own moment, before the clock's past is bent.
	await settleAll(world);
	if (speed !== undefined) {
		world.clock.setSpeed(speed);
	}
	world.clock.skewMs = skew === undefined ? world.clock.skewMs : 1000 * skew;
	world.clock.advance(1000 * (advance ?? 0));
	world.clock.advanceLeases(1000 * (advanceLinks ?? 0));
	world.signer.lifetimeMs = lifetime === undefined ? world.signer.lifetimeMs : 1000 * lifetime;
	await settleAll(world);
}

async function settleAll({ desk, meshy }: World): Promise<void> {
	await desk.settle();
	await meshy.desk.settle();
}

function clockView(world: World): object {
	return {
		speed: world.clock.speed,
		workSeconds: world.clock.workMs() / 1000,
		linkLifetimeSeconds: world.signer.lifetimeMs / 1000,
		skewSeconds: world.clock.skewMs / 1000,
	};
}

function bodyOf(incoming: Incoming): unknown {
	if (incoming.body.length === 0) {
		return {};
	}
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

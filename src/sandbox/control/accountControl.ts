import { type Account, type Service, serviceOfKey } from '../accounts/account';
import type { AccountStore } from '../accounts/accountStore';
import type { SandboxContext } from '../context';
import { allowanceOf, type MeshyTerms, planNames } from '../meshy/meshyAccount';
import { slotNames, slotsOf, type TripoTerms } from '../tripo/tripoAccount';
import { Fields } from './fields';

/** Sets what a body asks for: of an account, or of what new accounts start with. */
type Change<Terms> = (target: Terms) => void;

/**
 * Changes the account of `key`, which is opened if need be; without a key every account there is and those to come.
 * `sameAs` makes `key` one more key of the account that it opens.
 *
 * Tripo: `{key?, sameAs?, balance?, discount?, slots?, rates?, closed?}`. `slots` is a number (overall, and the
 * categories that are as large) or `{overall?, h?, p?, image?, processing?, mesh?, animation?}`, `rates` is
 * `{generation?, upload?}` per minute of work time.
 *
 * Meshy: `{key?, sameAs?, balance?, plan?, slots?, requestsPerSecond?, closed?}`, `slots` being a number.
 */
export function changeAccounts({ tripo, meshy }: SandboxContext, body: unknown): void {
	const fields = new Fields(body, 'the body');
	const key = fields.text('key');
	const service = key === undefined ? undefined : serviceOfKey(key);
	if (key !== undefined && service === undefined) throw fields.bad('key', 'is not a well-formed key');
	const closed = fields.flag('closed');
	const sameAs = readSameAs(fields, service);
	const tripoChange = service === 'meshy' ? undefined : readTripoChange(fields);
	const meshyChange = service === 'tripo' ? undefined : readMeshyChange(fields, service === undefined);
	fields.end();
	if (key !== undefined && sameAs !== undefined)
		(service === 'meshy' ? meshy : tripo).accounts.addKey(key, sameAs);
	if (closed !== undefined) {
		tripo.accounts.closed = closed;
		meshy.accounts.closed = closed;
	}
	if (tripoChange) chosen(tripo.accounts, key).forEach(tripoChange);
	if (meshyChange) chosen(meshy.accounts, key).forEach(meshyChange);
}

function readSameAs(fields: Fields, service: Service | undefined): string | undefined {
	const sameAs = fields.text('sameAs');
	if (sameAs !== undefined && (service === undefined || serviceOfKey(sameAs) !== service))
		throw fields.bad('sameAs', 'needs a key of the same service as `key`');
	return sameAs;
}

/** The account of the key, or all there are and the terms of those to come. */
function chosen<Stored extends Account & Terms, Terms>(
	accounts: AccountStore<Stored, Terms>,
	key: string | undefined,
): Terms[] {
	return key === undefined ? [accounts.terms, ...accounts.all()] : [accounts.open(key)];
}

function readTripoChange(fields: Fields): Change<TripoTerms> {
	const balance = fields.number('balance', 0);
	const discount = fields.number('discount', 0, 10);
	const slots = fields.raw('slots');
	const { overall, h, mesh, animation } = slotsOf(Number(slots));
	const slotCounts = counts(
		'slots',
		typeof slots === 'number' ? { overall, h, mesh, animation } : slots,
		slotNames,
	);
	const rateCounts = counts('rates', fields.raw('rates'), ['generation', 'upload']);
	return (target) => {
		target.balance = balance ?? target.balance;
		target.discount = discount ?? target.discount;
		Object.assign(target.slots, slotCounts);
		Object.assign(target.rates, rateCounts);
	};
}

/** The numbers of these names that an object has; none when there is no object. */
function counts(where: string, value: unknown, names: readonly string[]): Record<string, number> {
	if (value === undefined) return {};
	const fields = new Fields(value, where);
	const found: Record<string, number> = {};
	for (const name of names) {
		const count = fields.number(name, 0, 1_000_000);
		if (count !== undefined) found[name] = count;
	}
	fields.end();
	return found;
}

/**
 * A plan brings its own numbers, but those that are sent win. Credits are whole. Where the change is for Tripo, too,
 * `slots` may be an object, which means nothing here.
 */
function readMeshyChange(fields: Fields, forTripoToo: boolean): Change<MeshyTerms> {
	const tripoSlots = forTripoToo && typeof fields.raw('slots') === 'object';
	const balance = fields.number('balance', 0);
	const plan = fields.choice('plan', planNames);
	const slots = tripoSlots ? undefined : fields.number('slots', 0, 1_000_000);
	const requestsPerSecond = fields.number('requestsPerSecond', 0, 1_000_000);
	return (target) => {
		if (plan) Object.assign(target, { plan, ...allowanceOf(plan) });
		target.balance = Math.floor(balance ?? target.balance);
		target.queueTasks = slots ?? target.queueTasks;
		target.requestsPerSecond = requestsPerSecond ?? target.requestsPerSecond;
	};
}

import { type Account, slotNames, slotsOf, type Terms } from '../accounts/account';
import type { Bank } from '../accounts/bank';
import type { Customer } from '../accounts/customer';
import { serviceOfKey } from '../accounts/keys';
import type { World } from '../world';
import { Fields } from './fields';
import { changeMeshyAccount, readMeshyChange } from './meshyAccountControl';

/**
 * `{sameAs?}`, with `key`, makes that key one more of the account that `sameAs` opens.
 * For accounts of both services, and what a key of one has no use for is refused: that of Meshy's is in
 * `meshyAccountControl.ts`. Tripo's:
 * `{key?, balance?, discount?, slots?, rates?, closed?}`. With `key` it is about that account, which is opened
 * if need be; without, about every account there is and those to come. `slots` is a number (overall, and the
 * categories that are as large) or `{overall?, h?, p?, image?, processing?, mesh?, animation?}`, `rates` is
 * `{generation?, upload?}` per minute of work time.
 */
export function changeAccounts(world: World, body: unknown): void {
	const fields = new Fields(body, 'the body');
	const key = fields.text('key');
	const service = key === undefined ? undefined : serviceOfKey(key);
	if (key !== undefined && service === undefined) {
		throw fields.bad('key', 'is not a well-formed key');
	}
	const closed = fields.flag('closed');
	const sameAs = fields.text('sameAs');
	if (sameAs !== undefined && (service === undefined || serviceOfKey(sameAs) !== service)) {
		throw fields.bad('sameAs', 'needs a key of the same service as `key`');
	}
	const tripo = service === 'meshy' ? undefined : readChange(fields);
	const meshy = service === 'tripo' ? undefined : readMeshyChange(fields, service === undefined);
	fields.end();
	if (key !== undefined && sameAs !== undefined) {
		(service === 'meshy' ? world.meshy.bank : world.bank).addKey(key, sameAs);
	}
	for (const bank of closed === undefined ? [] : [world.bank, world.meshy.bank]) {
		bank.closed = closed === true;
	}
	if (tripo) {
		for (const one of chosen(world.bank, key)) {
			apply(one, tripo);
		}
	}
	if (meshy) {
		for (const one of chosen(world.meshy.bank, key)) {
			changeMeshyAccount(one, meshy);
		}
	}
}

/** The account of the key, or all there are and the terms of those to come. */
function chosen<One extends Customer, Conditions>(
	bank: Bank<One, Conditions>,
	key: string | undefined,
): (One | Conditions)[] {
	return key === undefined ? [bank.terms, ...bank.accounts()] : [bank.open(key)];
}

function readChange(fields: Fields): Change {
	return {
		balance: fields.number('balance', 0),
		discount: fields.number('discount', 0, 10),
		slots: readSlots(fields.raw('slots')),
		rates: readRates(fields.raw('rates')),
	};
}

interface Change {
	balance: number | undefined;
	discount: number | undefined;
	slots: Partial<Account['slots']>;
	rates: Partial<Account['rates']>;
}

function apply(target: Terms | Account, change: Change): void {
	target.balance = change.balance ?? target.balance;
	target.discount = change.discount ?? target.discount;
	Object.assign(target.slots, change.slots);
	Object.assign(target.rates, change.rates);
}

function readSlots(value: unknown): Partial<Account['slots']> {
	if (value === undefined) {
		return {};
	}
	const { overall, h, mesh, animation } = slotsOf(Number(value));
	const fields = new Fields(typeof value === 'number' ? { overall, h, mesh, animation } : value, 'slots');
	return counts(fields, slotNames);
}

function readRates(value: unknown): Partial<Account['rates']> {
	return value === undefined ? {} : counts(new Fields(value, 'rates'), ['generation', 'upload']);
}

function counts<Name extends string>(fields: Fields, names: readonly Name[]): Partial<Record<Name, number>> {
	const found: Partial<Record<Name, number>> = {};
	for (const name of names) {
		const count = fields.number(name, 0, 1_000_000);
		if (count !== undefined) {
			found[name] = count;
		}
	}
	fields.end();
	return found;
}

import { type Fault, lasting } from './fault';

const always = 'always';
/** Bytes come slowly, so that those before the end of the connection do arrive. */
const slowly = { type: 'drip', bytesPerTick: 1500, ms: 2 };
const cut = [{ type: 'cutAfter', bytes: 3000 }, slowly];

/** What goes wrong only where a model comes from. */
export const fileHostFaults: Readonly<Record<string, Fault>> = {
	'link dead ten times': { steps: [{ times: 10, action: 'expireLink' }] },
	'link dead in mid-stream': {
		steps: [{ times: 3, action: [{ type: 'expireLink', afterBytes: 3000 }, slowly] }],
	},
	'cut each time, Range served': { steps: [{ times: lasting, action: cut }] },
	'cut once, Range ignored': {
		steps: [
			{ times: 1, action: cut },
			{ times: always, action: 'noRange' },
		],
	},
	'cut each time, Range ignored': { action: [...cut, 'noRange'] },
	'swapped after a cut': {
		steps: [
			{ times: 1, action: cut },
			{ times: always, action: 'otherETag' },
		],
	},
	'swapped after each cut': {
		steps: Array.from({ length: lasting }, (_, index) => ({
			times: 1,
			action: index % 2 ? [...cut, 'otherETag'] : cut,
		})),
	},
	'more bytes declared': { action: 'wrongLength' },
	'fewer bytes declared': { action: { type: 'wrongLength', by: -10 } },
	'part declared as all': { action: { type: 'truncate', bytes: 2000 } },
	// Each hop strikes again, so that five of them are not enough.
	'redirected on and on': { action: { type: 'redirect', status: 302, to: '{link}&hop=1' } },
	'redirected nowhere': { action: { type: 'redirect', status: 308 } },
	'all of it as a part': { action: 'partial' },
	'no length': { action: 'noLength' },
	'no length, cut here and there': {
		steps: Array.from({ length: lasting }, (_, index) => ({
			times: 1,
			action: { type: 'noLength', bytes: 1000 + 100 * index },
		})),
	},
	'no length, cut': { action: { type: 'noLength', bytes: 3000 } },
	'damaged once': { steps: [{ times: 1, action: { type: 'corrupt', at: 8 } }] },
	'damaged each time': { action: { type: 'corrupt', at: 8 } },
	'away for twelve Retry-Afters': {
		action: { type: 'status', status: 503, headers: { 'Retry-After': '40' } },
		asksFor: [31_000, 40_000],
	},
	drips: { steps: [{ times: always, action: slowly }] },
};

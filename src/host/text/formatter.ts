import type { ProviderId } from '../../core/model/account';
import { sumOf } from '../../core/model/account';
import { walletNames } from '../../core/spending/credits';
import { providerNames } from './accountNames';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Writes numbers, credits and times in the user's language. */
export class Formatter {
	private readonly numbers: Intl.NumberFormat;
	private readonly days: Intl.DateTimeFormat;

	constructor(
		/** As `vscode.env.language` has it. */
		private readonly language: string,
		/** Ms since the epoch. */
		readonly now: () => number = Date.now,
	) {
		// Credits may have two decimals, because discounts are fractional.
		this.numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
		this.days = new Intl.DateTimeFormat(language, { dateStyle: 'full' });
	}

	number(value: number): string {
		return this.numbers.format(value);
	}

	/** Such as “20 Tripo API credits”; without the wallet where its account stands beside it. */
	credits(credits: number, provider?: ProviderId): string {
		const name = provider === undefined || provider === 'sandbox' ? 'credits' : walletNames[provider];
		return `${this.number(credits)} ${credits === 1 ? name.replace(/s$/, '') : name}`;
	}

	/** For rows, which are short: such as “20 credits (Tripo API)”. */
	shortCredits(credits: number, provider: ProviderId): string {
		return `${this.credits(credits)} (${provider === 'tripo' ? 'Tripo API' : providerNames[provider]})`;
	}

	/** What was charged, and by how much that is not what was estimated. */
	drift(charge: number, estimate: number): string {
		const difference = sumOf([charge, -estimate]);
		if (difference === 0) return this.credits(charge);
		const more = difference > 0 ? 'more' : 'less';
		return `${this.credits(charge)}, ${this.credits(Math.abs(difference))} ${more} than estimated`;
	}

	/** Date and time of day; `at` in ms since the epoch. */
	dateTime(at: number): string {
		return new Date(at).toLocaleString(this.language);
	}

	/** The time of day; `at` in ms since the epoch. */
	time(at: number): string {
		return new Date(at).toLocaleTimeString(this.language);
	}

	/** A local day, such as `2026-11-27`, with its weekday and in full. */
	day(day: string): string {
		const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
		return this.days.format(new Date(year, month - 1, date));
	}

	/** Such as “in 2 days”. */
	timeLeft(ms: number): string {
		const format = new Intl.RelativeTimeFormat(this.language);
		if (ms < 2 * hourMs) return format.format(Math.max(Math.round(ms / minuteMs), 1), 'minute');
		if (ms < 2 * dayMs) return format.format(Math.round(ms / hourMs), 'hour');
		return format.format(Math.round(ms / dayMs), 'day');
	}
}

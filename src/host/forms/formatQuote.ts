import * as vscode from 'vscode';
import type { PlanDraft } from '../../core/jobs/drafts/planDraft';
import { isQuote, type Quote } from '../../core/jobs/drafts/quote';
import type { ProviderId } from '../../core/model/account';
import { Formatter } from '../text/formatter';

type Quoted = Quote | { readonly refused: string };

/** What a draft would come to, or why it would be refused. */
export function priceAndTime({ quote, target }: PlanDraft): string {
	return formatQuote(quote, target.provider);
}

/** Such as “about 20 Tripo API credits · usually 2 min”; for what would be refused, why. */
export function formatQuote(quote: Quoted, provider: ProviderId): string {
	if (!isQuote(quote)) return quote.refused;
	return `${formatPrice(quote, provider)} · usually ${formatTime(quote.seconds, provider)}`;
}

export function formatPrice({ credits, unpriced }: Quote, provider: ProviderId): string {
	if (provider === 'sandbox') return 'free placeholder';
	const formatter = new Formatter(vscode.env.language);
	if (unpriced > 0)
		return credits > 0
			? `${formatter.credits(credits, provider)} and more of unknown price`
			: 'price not known';
	return credits === 0 ? 'free' : `about ${formatter.credits(credits, provider)}`;
}

function formatTime(seconds: number, provider: ProviderId): string {
	if (provider === 'sandbox') return 'a few seconds';
	return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

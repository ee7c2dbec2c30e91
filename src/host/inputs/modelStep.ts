import * as vscode from 'vscode';
import type { JobRequest } from '../../core/jobs/request';
import { estimateOf } from '../../core/providers/catalogue/price';
import { specOf } from '../../core/providers/catalogues';
import type { ProviderId } from '../../core/providers/provider';
import { formatCredits } from '../views/jobLook';
import { type Answer, type PickItem, type Position, pickStep } from './steps';

const byHand = Symbol('by hand');

/** Chooses the model, with its price and usual time for just this request. */
export async function modelStep(
	position: Position,
	request: JobRequest,
	provider: ProviderId | undefined,
	active: string,
): Promise<Answer<string>> {
	const { models, seconds } = specOf(provider ?? 'tripo', request.operation);
	const items: PickItem<string | typeof byHand>[] = (models?.list ?? []).map((model) => ({
		label: model.label,
		description: model.description,
		detail: `${priceOf(request, model.id, provider)} · usually ${usualTime(model.seconds ?? seconds, provider)}`,
		value: model.id,
	}));
	if (!items.some(({ value }) => value === active))
		items.unshift({ label: active, description: 'from your settings; price not known', value: active });
	items.push({ label: 'Another model…', description: 'type its id', value: byHand });
	const choice = await pickStep<string | typeof byHand>(position, items, { placeholder: 'Model', active });
	if (choice !== byHand) return choice;
	return vscode.window.showInputBox({
		title: position.title,
		prompt: 'The model’s id, as in the service’s documentation',
	});
}

function priceOf(request: JobRequest, model: string, provider: ProviderId | undefined): string {
	if (provider === 'sandbox') return 'free placeholder';
	const spec = specOf(provider ?? 'tripo', request.operation);
	const credits = estimateOf(spec, { ...request, options: { ...request.options, model } });
	return credits === undefined ? 'price not known' : `about ${formatCredits(credits)}`;
}

function usualTime(seconds: number, provider: ProviderId | undefined): string {
	if (provider === 'sandbox') return 'a few seconds';
	return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

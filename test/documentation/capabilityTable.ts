import type { JobRequest, Operation } from '../../src/core/model/request';
import { completed } from '../../src/core/providers/catalogue/complete';
import type { Catalogue, InputSpec, OperationSpec } from '../../src/core/providers/catalogue/operationSpec';
import { estimateOf } from '../../src/core/providers/catalogue/price';
import { catalogueOf } from '../../src/core/providers/catalogues';
import { type LeftOut, leftOut, webhooks } from './leftOut';

const services = [
	['tripo', 'Tripo'],
	['meshy', 'Meshy'],
] as const;

/** What README says of each provider's operations: written from the catalogues, never by hand. */
export function capabilityTables(): string {
	return services
		.map(([provider, name]) => {
			const { operations, checked } = catalogueOf(provider);
			const rows = (Object.entries(operations) as [Operation, OperationSpec][]).map(rowOf);
			return [
				`### ${name}`,
				'',
				'| operation | made from | credits | usually |',
				'| --- | --- | --- | --- |',
				...rows,
				'',
				`Credits are for the usual options, before any discount of the account; checked on ${checked}.`,
				'',
				`${name} documents more, which Propsmith does not offer:`,
				'',
				'| not offered | why |',
				'| --- | --- |',
				...leftOut[provider].map((one) => `| ${leftOutWords(one, operations)} | ${one.why} |`),
			].join('\n');
		})
		.concat(webhooks)
		.join('\n\n');
}

function leftOutWords(
	{ paths = [], parameters = [], operations = [] }: LeftOut,
	known: Catalogue['operations'],
): string {
	const names = [...paths, ...parameters].map((name) => `\`${name}\``).join(', ');
	const titles = operations.map((operation) => known[operation]?.title ?? operation);
	return titles.length > 0 ? `${names} of ${titles.join(', ')}` : names;
}

function rowOf([operation, spec]: [Operation, OperationSpec]): string {
	const cells = [
		`**${spec.title}** \`${operation}\`<br>${spec.detail}`,
		inputWords(spec.inputs),
		priceWords(operation, spec),
		timeWords(spec),
	];
	return `| ${cells.join(' | ')} |`;
}

function inputWords({ prompt, images, views, source, exclusive }: InputSpec): string {
	const words: Record<string, string> = {
		...(prompt ? { prompt: `words (${prompt.longest} characters)` } : {}),
		...(images ? { images: pictureWords(images.most) } : {}),
		...(views ? { views: views.least === 4 ? 'four views' : `${views.least} to 4 views` } : {}),
		...(source ? { source: sourceWords(source) } : {}),
	};
	const alternatives = exclusive?.of.flatMap((name) => words[name] ?? []) ?? [];
	const others = Object.entries(words)
		.filter(([name]) => !exclusive?.of.some((one) => one === name))
		.map(([, text]) => text);
	const choice = alternatives.join(' or ');
	return [...others, exclusive?.least === 0 && choice ? `if you like ${choice}` : choice]
		.filter(Boolean)
		.join('; ');
}

function pictureWords(most: number): string {
	return most === 1 ? 'one picture' : `up to ${most} pictures`;
}

function sourceWords({ from, files = [] }: NonNullable<InputSpec['source']>): string {
	return [
		...(from.length > 0 ? [`a result of ${from.map((one) => `\`${one}\``).join(', ')}`] : []),
		...(files.length > 0 ? [`a file (${files.join(', ')})`] : []),
	].join(' or ');
}

function priceWords(operation: Operation, spec: OperationSpec): string {
	const models = spec.models?.list.filter(({ legacy }) => !legacy) ?? [];
	const usual = (model?: string): string => {
		const options = model === undefined || !spec.models ? {} : { [spec.models.option]: model };
		const request: JobRequest = completed(spec, { operation, ...someInputs(spec.inputs), options });
		return creditWords(spec, estimateOf(spec, request));
	};
	const prices = models.map(({ id, label }) => [label, usual(id)] as const);
	const [first] = prices;
	if (!first) return usual();
	return prices.every(([, price]) => price === first[1])
		? first[1]
		: prices.map(([label, price]) => `${label}: ${price}`).join('<br>');
}

function creditWords({ prices }: OperationSpec, credits: number | undefined): string {
	const each = prices.flatMap((row) => (row.each ? [`${row.credits} for each of \`${row.each}\``] : []));
	if (credits === undefined) return each.join(', ') || 'not published';
	return [
		...(credits === 0 && each.length > 0 ? [] : [credits === 0 ? 'free' : String(credits)]),
		...each,
	].join(' + ');
}

/** Prices may depend on which inputs there are, never on what is in them. */
function someInputs({ prompt, images, views }: InputSpec): Partial<JobRequest> {
	if (prompt?.required) return { prompt: 'x' };
	if (images && images.most > 0) return { images: ['x.png'] };
	return views ? { views: { front: 'f.png', left: 'l.png', back: 'b.png', right: 'r.png' } } : {};
}

function timeWords({ seconds, models }: OperationSpec): string {
	const times = models?.list.filter(({ legacy }) => !legacy).map((model) => model.seconds ?? seconds) ?? [
		seconds,
	];
	const words = [Math.min(...times), Math.max(...times)].map(duration);
	return words[0] === words[1] ? String(words[0]) : words.join(' to ');
}

function duration(seconds: number): string {
	return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

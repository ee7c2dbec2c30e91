import type { JobQueue } from '../../core/jobs/queue';
import type { Operation } from '../../core/jobs/request';
import { trimmed } from '../../core/promptText';
import type { InputSpec } from '../../core/providers/catalogue/catalogue';
import type { InputName } from '../../core/providers/catalogue/condition';
import { specOf } from '../../core/providers/catalogues';
import type { ProviderId } from '../../core/providers/provider';
import { isFromScratch } from '../../core/recipes/preferences';
import type { Inputs } from '../../core/recipes/recipe';
import { fileName } from '../views/jobLook';
import { hasSources, picturesStep, promptStep, sourceStep, wayStep } from './inputSteps';
import { keepStep, sourceWords, viewWords } from './keepStep';
import { type Answer, isAnswered, type Position, type Step } from './steps';
import { mostViews } from './viewGuess';
import { assignViews } from './viewSteps';

/** Asks for what an operation is to be made from, as far as that was not given from the start. */
export class FormInputs {
	private asked: Inputs = {};
	private way: InputName | 'none' | undefined;

	constructor(
		private readonly queue: JobQueue,
		private readonly provider: ProviderId,
		private readonly given: Inputs,
		private readonly operation: () => Operation,
		/** What was typed the last time. */
		private readonly lastPrompt: () => string,
		/** What each question begins with; without it, with nothing but the last prompt. */
		private readonly initial?: Inputs,
	) {
		if (!initial) return;
		this.asked = initial;
		this.way = this.spec.exclusive?.of.find((name) => initial[name] !== undefined);
		if (this.spec.exclusive?.least === 0) this.way ??= 'none';
	}

	get value(): Inputs {
		return { ...this.given, ...this.asked };
	}

	/** For another operation everything is asked anew, but for the prompt. */
	reset(): void {
		const { prompt } = this.asked;
		this.asked = prompt === undefined ? {} : { prompt };
		this.way = undefined;
	}

	readonly steps: readonly Step[] = [
		{
			applies: () => this.needs('source') && !this.isWay('source'),
			ask: (position) => this.askSource(position),
		},
		{ applies: () => this.ways().length > 1, ask: (position) => this.askWay(position) },
		{
			applies: () => this.needs('source') && this.isWay('source'),
			ask: (position) => this.askSource(position),
		},
		{ applies: () => this.needs('prompt'), ask: (position) => this.askPrompt(position) },
		{ applies: () => this.needs('images'), ask: (position) => this.askPictures(position) },
		{ applies: () => this.needs('views'), ask: (position) => this.askViews(position) },
	];

	private get spec(): InputSpec {
		return specOf(this.provider, this.operation()).inputs;
	}

	/** Inputs of which only one may be given, if that is still open. */
	private ways(): InputName[] {
		const { of = [] } = this.spec.exclusive ?? {};
		if (of.some((name) => this.given[name] !== undefined)) return [];
		return of.filter((name) => name !== 'source' || hasSources(this.queue, this.provider, this.operation()));
	}

	private isWay(name: InputName): boolean {
		return this.spec.exclusive?.of.includes(name) ?? false;
	}

	private needs(name: InputName): boolean {
		if (this.given[name] !== undefined || !this.spec[name]) return false;
		if (this.isWay(name)) return (this.way ?? this.onlyWay()) === name;
		if (name === 'images') return (this.spec.images?.least ?? 0) > 0;
		return name === 'source' ? (this.spec.source?.required ?? false) : true;
	}

	private onlyWay(): InputName | undefined {
		const [way, ...others] = this.ways();
		return others.length === 0 ? way : undefined;
	}

	private async askWay(position: Position): Promise<Answer<unknown>> {
		const answer = await wayStep(position, this.ways(), this.spec.exclusive?.least === 0, this.way);
		if (!isAnswered(answer) || answer === this.way) return answer;
		this.reset();
		this.way = answer;
		return answer;
	}

	private async askSource(position: Position): Promise<Answer<unknown>> {
		const before = this.initial?.source;
		if (before && before === this.asked.source) {
			const kept = await keepStep(position, sourceWords(this.queue, before));
			if (kept !== 'change') return kept;
		}
		const answer = await sourceStep(position, this.queue, this.provider, this.operation());
		if (isAnswered(answer)) this.asked = { ...this.asked, source: answer };
		return answer;
	}

	private async askPrompt(position: Position): Promise<Answer<unknown>> {
		const { longest, required } = this.spec.prompt ?? { longest: 0, required: false };
		const scratch = isFromScratch(specOf(this.provider, this.operation()));
		const answer = await promptStep(position, {
			longest,
			required: required || this.isWay('prompt'),
			value: this.asked.prompt ?? (this.initial ? '' : this.lastPrompt()),
			...(scratch ? { placeholder: 'weathered oak barrel with iron hoops, game prop' } : {}),
		});
		if (isAnswered(answer)) this.asked = { ...this.asked, prompt: trimmed(answer) };
		return answer;
	}

	private async askPictures(position: Position): Promise<Answer<unknown>> {
		const before = this.initial?.images;
		if (before && before === this.asked.images) {
			const kept = await keepStep(position, before.map(fileName).join(', '));
			if (kept !== 'change') return kept;
		}
		const answer = await picturesStep(position, this.spec.images?.most ?? 1);
		if (isAnswered(answer)) this.asked = { ...this.asked, images: answer };
		return answer;
	}

	private async askViews(position: Position): Promise<Answer<unknown>> {
		const before = this.initial?.views;
		if (before && before === this.asked.views) {
			const kept = await keepStep(position, viewWords(before));
			if (kept !== 'change') return kept;
		}
		const pictures = await picturesStep(position, mostViews);
		if (!isAnswered(pictures)) return pictures;
		const answer = await assignViews({ ...position, nested: true }, pictures);
		if (isAnswered(answer)) this.asked = { ...this.asked, views: answer };
		return answer;
	}
}

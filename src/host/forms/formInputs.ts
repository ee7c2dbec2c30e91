import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import type { Inputs } from '../../core/model/generateRequest';
import { trimmed } from '../../core/model/promptText';
import type { Operation } from '../../core/model/request';
import { isFromScratch } from '../../core/presets/preferences';
import { mostViews } from '../../core/presets/viewGuess';
import type { InputName } from '../../core/providers/catalogue/condition';
import type { InputSpec } from '../../core/providers/catalogue/operationSpec';
import { specOf } from '../../core/providers/catalogues';
import { assignViewsStep } from './assignViewsStep';
import { hasSources, inputKindStep, picturesStep, promptStep, sourceStep } from './inputSteps';
import { formatInput, keepInputStep } from './keepInputStep';
import { type Answer, back, type FormStep, isAnswered, type Position } from './steps';

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

	readonly steps: readonly FormStep[] = [
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
		const answer = await inputKindStep(position, this.ways(), this.spec.exclusive?.least === 0, this.way);
		if (!isAnswered(answer) || answer === this.way) return answer;
		this.reset();
		this.way = answer;
		return answer;
	}

	private askSource(position: Position): Promise<Answer<unknown>> {
		return this.keepOr('source', position, async (at) => {
			const answer = await sourceStep(at, this.queue, this.provider, this.operation());
			if (isAnswered(answer)) this.asked = { ...this.asked, source: answer };
			return answer;
		});
	}

	/** An input that the form began with stays unless the user chooses another; a new one is asked for. */
	private async keepOr(
		name: 'source' | 'images' | 'views',
		position: Position,
		ask: (position: Position) => Promise<Answer<unknown>>,
	): Promise<Answer<unknown>> {
		const before = this.initial?.[name];
		if (before === undefined || before !== this.asked[name]) return ask(position);
		for (;;) {
			const kept = await keepInputStep(position, formatInput(this.queue, this.asked, name));
			if (kept !== 'change') return kept;
			const answer = await ask({ ...position, nested: true });
			if (answer !== back) return answer;
		}
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

	private askPictures(position: Position): Promise<Answer<unknown>> {
		return this.keepOr('images', position, async (at) => {
			const answer = await picturesStep(at, this.spec.images?.most ?? 1);
			if (isAnswered(answer)) this.asked = { ...this.asked, images: answer };
			return answer;
		});
	}

	private askViews(position: Position): Promise<Answer<unknown>> {
		return this.keepOr('views', position, async (at) => {
			const pictures = await picturesStep(at, mostViews);
			if (!isAnswered(pictures)) return pictures;
			const answer = await assignViewsStep({ ...at, nested: true }, pictures);
			if (isAnswered(answer)) this.asked = { ...this.asked, views: answer };
			return answer;
		});
	}
}

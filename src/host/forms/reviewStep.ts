import type { PlanDraft } from '../../core/jobs/drafts/planDraft';
import { mostVariants } from '../../core/presets/variants';
import { priceAndTime } from './formatQuote';
import { promptStep } from './inputSteps';
import { operationStep } from './operationStep';
import type { OptionTools } from './optionQuestion';
import { formatOptions, hiddenOptions, optionRows } from './optionRows';
import { optionsReview, type ReviewRow, type ReviewSection } from './optionsReview';
import { type Answer, back, isAnswered, type Position, textStep } from './steps';

/** Shows what is about to be made, with all that can be changed before it starts. */
export function reviewStep(
	position: Position,
	draft: PlanDraft,
	tools: OptionTools,
	show: (draft: PlanDraft) => void,
): Promise<Answer<PlanDraft>> {
	let all = false;
	const toggle = (current: PlanDraft): ReviewRow => ({
		id: 'all',
		label: all ? 'Fewer Options' : 'All Options…',
		description: all ? '' : `${hiddenOptions(current, 0)} more`,
		change: async () => {
			all = !all;
			return current;
		},
	});
	const sections = (current: PlanDraft): ReviewSection[] => [
		{ rows: [startRow(current)] },
		{
			heading: 'Options',
			rows: [
				...optionRows(current, 0, tools, all),
				...(all || hiddenOptions(current, 0) > 0 ? [toggle(current)] : []),
			],
		},
		{ heading: 'Afterwards', rows: [...stepRows(current, tools), ...addRow(current, tools)] },
		{ heading: 'How Many', rows: [countRow(current)] },
	];
	return optionsReview(position, draft, sections, { placeholder: 'Start, or change something first', show });
}

function startRow(draft: PlanDraft): ReviewRow {
	if (draft.canStart)
		return { id: 'start', label: '$(play) Start', description: priceAndTime(draft), ends: true };
	// Picking it changes nothing: the review stays until what is named is in order.
	return {
		id: 'start',
		label: '$(warning) Not Complete Yet',
		detail: priceAndTime(draft),
		change: async () => draft,
	};
}

/** The steps after the first one; each opens a review of its own. */
function stepRows(draft: PlanDraft, tools: OptionTools): ReviewRow[] {
	return draft.plan.steps.slice(1).map((_, position) => {
		const index = position + 1;
		const { title } = draft.openRequestAt(index).spec;
		return {
			id: `step ${index}`,
			label: `${index + 1}. ${title}`,
			description: formatOptions(draft, index, tools),
			change: (nested) => reviewStepAt(nested, draft, index, tools),
		};
	});
}

function reviewStepAt(
	position: Position,
	draft: PlanDraft,
	index: number,
	tools: OptionTools,
): Promise<Answer<PlanDraft>> {
	const isLast = index === draft.plan.steps.length - 1;
	const sections = (current: PlanDraft): ReviewSection[] => [
		{ rows: [{ id: 'done', label: '$(check) Done', description: priceAndTime(current), ends: true }] },
		{
			heading: current.openRequestAt(index).spec.title,
			rows: [...promptRow(current, index), ...optionRows(current, index, tools, true)],
		},
		{
			heading: 'More',
			rows: [
				{
					id: 'remove',
					label: isLast ? '$(trash) Remove This Step' : '$(trash) Remove This Step and Those After It',
					change: async () => current.withoutStepsFrom(index),
					ends: true,
				},
			],
		},
	];
	return optionsReview(position, draft, sections, { placeholder: 'Change the options of this step' });
}

function promptRow(draft: PlanDraft, index: number): ReviewRow[] {
	const { prompt: taken } = draft.openRequestAt(index).spec.inputs;
	if (!taken) return [];
	const { prompt = '' } = draft.openRequestAt(index).request;
	return [
		{
			id: 'prompt',
			label: 'Prompt',
			description: prompt === '' ? 'none' : prompt,
			change: async (position) => {
				const answer = await promptStep(position, { ...taken, value: prompt });
				return isAnswered(answer) ? draft.withPrompt(index, answer) : answer;
			},
		},
	];
}

function addRow(draft: PlanDraft, tools: OptionTools): ReviewRow[] {
	const operations = draft.nextOperations();
	if (operations.length === 0) return [];
	return [
		{
			id: 'add',
			label: '$(add) Add a Step…',
			description: 'goes on from the result',
			change: async (position) => {
				const { provider } = draft.target;
				const placeholder = 'What shall be done with the result?';
				const operation = await operationStep(position, provider, operations, { placeholder });
				if (!isAnswered(operation)) return operation;
				const longer = draft.withStep(operation);
				const answer = await reviewStepAt(position, longer, longer.plan.steps.length - 1, tools);
				return answer === back ? longer : answer;
			},
		},
	];
}

function countRow(draft: PlanDraft): ReviewRow {
	const { count = 1 } = draft.plan;
	return {
		id: 'count',
		label: 'Variants',
		description: String(count),
		change: async (position) => {
			const answer = await countStep(position, count);
			return isAnswered(answer) ? draft.withCount(answer) : answer;
		},
	};
}

/** Asks how many variants of each thing are wanted. */
export async function countStep(position: Position, present: number): Promise<Answer<number>> {
	const answer = await textStep(position, {
		prompt: `How many variants? 1 to ${mostVariants}. Each gets a seed of its own where the service has seeds.`,
		value: String(present),
		problem: (text) =>
			/^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= mostVariants
				? undefined
				: `A whole number from 1 to ${mostVariants}, please.`,
	});
	return isAnswered(answer) ? Number(answer) : answer;
}

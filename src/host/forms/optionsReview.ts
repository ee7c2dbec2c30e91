import type { PlanDraft } from '../../core/jobs/drafts/planDraft';
import { priceAndTime } from './formatQuote';
import { type Answer, back, heading, isAnswered, type PickItem, type Position, pickStep } from './steps';

/** A row of a review: what it shows, and how picking it changes the draft. */
export interface ReviewRow {
	/** Stays the same from one showing to the next, so that the row that was picked stays active. */
	readonly id: string;
	readonly label: string;
	readonly description?: string;
	readonly detail?: string;
	change?(position: Position): Promise<Answer<PlanDraft>>;
	/** Ends the review, with what it changed. */
	readonly ends?: true;
	/** Has to be filled in before anything can start. */
	readonly missing?: boolean;
}

export interface ReviewSection {
	/** Shown above its rows; the first section has none. */
	readonly heading?: string;
	readonly rows: readonly ReviewRow[];
}

/**
 * Shows a draft as rows, each of which can be changed, until one that ends the review is picked. The title tells price
 * and time all the while. `show` hears of every change, so that going back and forth loses nothing.
 */
export async function optionsReview(
	position: Position,
	draft: PlanDraft,
	sectionsOf: (draft: PlanDraft) => readonly ReviewSection[],
	options: { placeholder: string; show?: (draft: PlanDraft) => void },
): Promise<Answer<PlanDraft>> {
	let current = draft;
	let active: string | undefined;
	for (;;) {
		const titled = { ...position, note: current.canStart ? priceAndTime(current) : 'not complete yet' };
		const sections = sectionsOf(current);
		const rows = sections.flatMap((section) => section.rows);
		const id = await pickStep(titled, itemsOf(sections), {
			placeholder: options.placeholder,
			active: active ?? (rows.find(({ missing }) => missing) ?? rows[0])?.id,
		});
		if (!isAnswered(id)) return id;
		const row = rows.find((one) => one.id === id);
		active = id;
		const changed = row?.change ? await row.change({ ...titled, nested: true }) : current;
		if (changed === undefined) return undefined;
		if (changed === back) continue;
		current = changed;
		options.show?.(current);
		if (row?.ends) return current;
	}
}

function itemsOf(sections: readonly ReviewSection[]): (PickItem<string> | ReturnType<typeof heading>)[] {
	return sections.flatMap((section) => [
		...(section.heading !== undefined && section.rows.length > 0 ? [heading(section.heading)] : []),
		...section.rows.map(({ id, label, description, detail }) => ({
			label,
			...(description === undefined ? {} : { description }),
			...(detail === undefined ? {} : { detail }),
			value: id,
		})),
	]);
}

import { basename } from 'node:path';
import type { ViewName } from '../../core/model/request';
import { viewNames } from '../../core/model/request';
import { guessViews } from '../../core/presets/viewGuess';
import { type Answer, back, type PickItem, type Position, pickStep } from './steps';

type Views = Partial<Record<ViewName, string>>;

/** Shows the guessed sides; each can be changed by picking it, until the user accepts. */
export async function assignViewsStep(position: Position, paths: readonly string[]): Promise<Answer<Views>> {
	let views: Views = guessViews(paths);
	for (;;) {
		const items: PickItem<'accept' | ViewName>[] = [
			{ label: '$(check) Use these sides', value: 'accept' },
			...viewNames.map((name) => ({
				label: sideLabels[name],
				description: nameOf(views[name]),
				detail: name === 'left' ? 'The subject’s own left side' : '',
				value: name,
			})),
		];
		const choice = await pickStep<'accept' | ViewName>(position, items, {
			placeholder: 'Which picture shows which side? Pick a side to change it.',
			active: 'accept',
		});
		if (choice === undefined || choice === back) return choice;
		if (choice !== 'accept') views = await changeSide(position, paths, views, choice);
		else if (views.front) return views;
	}
}

const sideLabels: Record<ViewName, string> = { front: 'Front', left: 'Left', back: 'Back', right: 'Right' };

async function changeSide(
	position: Position,
	paths: readonly string[],
	views: Views,
	side: ViewName,
): Promise<Views> {
	const nothing = '';
	const items: PickItem<string>[] = paths.map((path) => ({ label: basename(path), value: path }));
	if (side !== 'front') items.push({ label: 'No picture of this side', value: nothing });
	const path = await pickStep<string>(position, items, {
		placeholder: `Which picture shows the ${side}?`,
		active: views[side] ?? nothing,
	});
	if (path === undefined || path === back) return views;
	return path === nothing ? without(views, side) : swap(views, side, path);
}

/** The picture changes places with the one that showed this side, so that none is lost or used twice. */
function swap(views: Views, side: ViewName, path: string): Views {
	const former = viewNames.find((name) => views[name] === path);
	const displaced = views[side];
	const rest = former ? without(views, former) : views;
	return {
		...rest,
		...(former && former !== side && displaced ? { [former]: displaced } : {}),
		[side]: path,
	};
}

function without(views: Views, side: ViewName): Views {
	const { [side]: _, ...rest } = views;
	return rest;
}

function nameOf(path: string | undefined): string {
	return path === undefined ? 'none' : basename(path);
}

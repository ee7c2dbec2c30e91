import type { InputSet } from '../../core/model/generateRequest';
import { guessViews, mostViews, viewSets } from '../../core/presets/viewGuess';
import { assignViewsStep } from './assignViewsStep';
import type { Form } from './form';
import { type Answer, type FormStep, isAnswered, type Position, pickStep } from './steps';

/** One model of all pictures, or one of each. */
type Shape = 'one' | 'each';

/** Two to four pictures may be views of one thing; tells the form what they are. */
export function pictureViewSteps(form: Form, paths: readonly string[]): FormStep[] {
	const isOpen = paths.length > 1 && paths.length <= mostViews && form.offers('multiviewToModel');
	let shape: Shape = 'each';
	return [
		{
			applies: () => isOpen,
			ask: async (position) => {
				const answer = await shapeStep(position, paths.length);
				if (isAnswered(answer)) shape = answer;
				if (answer === 'each') form.use('imageToModel', eachAlone(paths));
				return answer;
			},
		},
		{
			applies: () => shape === 'one',
			ask: async (position) => {
				const answer = await assignViewsStep(position, paths);
				if (isAnswered(answer)) form.use('multiviewToModel', [{ views: answer }]);
				return answer;
			},
		},
	];
}

/** A folder may have views of several things, told by their names; tells the form what belongs together. */
export function folderViewSteps(form: Form, paths: readonly string[]): FormStep[] {
	const sets = viewSets(paths);
	const isOpen = sets.length < paths.length && form.offers('multiviewToModel');
	return [
		{
			applies: () => isOpen,
			ask: async (position) => {
				const answer = await pickStep<Shape>(
					position,
					[
						{
							label: `$(symbol-misc) ${counted(sets.length)}: views of one thing together`,
							detail: 'Told by names such as robot-front.png and robot-back.png.',
							value: 'one',
						},
						{ label: `$(layers) ${counted(paths.length)}: one of each picture`, value: 'each' },
					],
					{ placeholder: `What do the ${paths.length} pictures show?` },
				);
				if (isAnswered(answer))
					form.use('imageToModel', answer === 'one' ? sets.map(inputSetOf) : eachAlone(paths));
				return answer;
			},
		},
	];
}

function counted(models: number): string {
	return models === 1 ? 'One model' : `${models} models`;
}

function eachAlone(paths: readonly string[]): InputSet[] {
	return paths.map((path) => ({ images: [path] }));
}

function inputSetOf(set: readonly string[]): InputSet {
	return set.length === 1 ? { images: set } : { operation: 'multiviewToModel', views: guessViews(set) };
}

/** One model of several sides, or one model of each picture? */
function shapeStep(position: Position, count: number): Promise<Answer<Shape>> {
	return pickStep<Shape>(
		position,
		[
			{
				label: '$(symbol-misc) One model of these views',
				detail: `The ${count} pictures show the same thing from different sides.`,
				value: 'one',
			},
			{
				label: '$(layers) One model each',
				detail: `${count} models; the pictures show different things.`,
				value: 'each',
			},
		],
		{ placeholder: `What do the ${count} pictures show?` },
	);
}

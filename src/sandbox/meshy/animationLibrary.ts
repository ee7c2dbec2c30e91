import { jsonReply } from '../http/message';
import type { Route } from '../http/router';
import { invalid, type MeshyRequestContext } from './meshyRefusal';

interface Action {
	id: number;
	name: string;
	category: string;
	subCategory: string;
}

/**
 * The sandbox's own library, made up: none of these motions is the service's, and a number means another one there.
 * Like the service's it has holes between its numbers. By category and subcategory: numbers and names, in order.
 */
const library = {
	'DailyActions Standing': '0 Breathe_Idle 1 Idle_Look_Around 2 Wait_On_One_Leg',
	'DailyActions Greeting': '3 Wave_Over_The_Fence 4 Hello_To_Everyone',
	'DailyActions Resting': '5 Sit_On_A_Crate 6 Rest_By_The_Fire',
	'DailyActions Working': '8 Climb_A_Ladder 9 Chop_Firewood 10 Shovel_Snow',
	'WalkAndRun Walking': '12 Patrol_Walk 13 Tired_Walk 14 Proud_March 15 Sunday_Stroll 17 Sailor_Swagger',
	'WalkAndRun Running': '20 Morning_Jog 21 Downhill_Run 22 Last_Second_Sprint 24 Flee_In_Panic',
	'BodyMovements Jumping': '30 Puddle_Jump 31 Double_Hop 32 Back_Flip',
	'BodyMovements Ducking': '35 Dive_For_Cover 36 Crawl_Under_Wire',
	'BodyMovements Turning': '40 Half_Turn',
	'BodyMovements Falling': '41 Collapse_Slowly 42 Dead_On_The_Spot',
	'Fighting Weapons': '60 Sword_Slash_High 61 Two_Handed_Chop 62 Bow_Shot 63 Cast_A_Spell',
	'Fighting Unarmed': '70 Fists_Up_Box 71 Quick_Punch 72 Roundhouse_Kick',
	'Fighting Wounded': '75 Hit_In_The_Shoulder',
	'Dancing Celebrating': '92 Victory_Cheer 93 Clap_Along',
	'Dancing Folk': '96 Harvest_Dance 97 Tavern_Dance',
	'Dancing Modern': '104 Robot_Dance',
};

const actions: readonly Action[] = Object.entries(library).flatMap(([group, list]) => {
	const [category = '', subCategory = ''] = group.split(' ');
	const pairs = [...list.matchAll(/(\d+) (\w+)/g)];
	return pairs.map(([, id, name = '']) => ({ id: Number(id), name, category, subCategory }));
});

/** Numbers that the service's library has, of which nobody knows how others are refused: all of these are taken. */
export const actionIds = { least: -2, most: 696 };

/** The name of an action; those that only the service's library has are called after their number. */
export function actionName(actionId: number): string {
	return actions.find(({ id }) => id === actionId)?.name ?? `Action_${actionId}`;
}

/** Searched by a part of the name, by category, or by ids; a bare list, in pages only when a size is given. */
export const animationLibrary: Route<MeshyRequestContext> = {
	method: 'GET',
	path: '/openapi/v1/animations/library',
	run: ({ incoming: { query } }) => {
		const search = query.get('search')?.toLowerCase() ?? '';
		const category = query.get('category');
		const ids = query.get('action_ids')?.split(',').map(Number);
		const fitting = actions.filter(
			(action) =>
				action.name.toLowerCase().includes(search) &&
				(category === null || category === action.category) &&
				(ids === undefined || ids.includes(action.id)),
		);
		const size = Number(query.get('page_size') ?? fitting.length);
		const page = Number(query.get('page_num') ?? 1);
		if (!Number.isInteger(size) || size < 0 || !Number.isInteger(page) || page < 1)
			throw invalid('page_size and page_num', 'must be whole numbers above 0');
		return jsonReply(200, fitting.slice((page - 1) * size, page * size).map(entry));
	},
};

function entry({ id, name, category, subCategory }: Action): object {
	return {
		action_id: id,
		name,
		key: name.toLowerCase(),
		category,
		sub_category: subCategory,
		preview_url: '',
	};
}

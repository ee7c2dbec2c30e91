import { jsonReply } from '../http/message';
import type { Route } from '../http/router';
import { invalid } from './refusal';
import type { Visit } from './visit';

type Category = 'WalkAndRun' | 'BodyMovements' | 'DailyActions' | 'Fighting' | 'Dancing';

type Row = readonly [id: number, name: string, category: Category, subCategory: string];

/**
 * The sandbox's own library, made up: none of these motions is the service's, and a number means another one there.
 * Like the service's it has holes between its numbers.
 */
const rows: readonly Row[] = [
	[0, 'Breathe_Idle', 'DailyActions', 'Standing'],
	[1, 'Idle_Look_Around', 'DailyActions', 'Standing'],
	[2, 'Wait_On_One_Leg', 'DailyActions', 'Standing'],
	[3, 'Wave_Over_The_Fence', 'DailyActions', 'Greeting'],
	[4, 'Hello_To_Everyone', 'DailyActions', 'Greeting'],
	[5, 'Sit_On_A_Crate', 'DailyActions', 'Resting'],
	[6, 'Rest_By_The_Fire', 'DailyActions', 'Resting'],
	[8, 'Climb_A_Ladder', 'DailyActions', 'Working'],
	[9, 'Chop_Firewood', 'DailyActions', 'Working'],
	[10, 'Shovel_Snow', 'DailyActions', 'Working'],
	[12, 'Patrol_Walk', 'WalkAndRun', 'Walking'],
	[13, 'Tired_Walk', 'WalkAndRun', 'Walking'],
	[14, 'Proud_March', 'WalkAndRun', 'Walking'],
	[15, 'Sunday_Stroll', 'WalkAndRun', 'Walking'],
	[17, 'Sailor_Swagger', 'WalkAndRun', 'Walking'],
	[20, 'Morning_Jog', 'WalkAndRun', 'Running'],
	[21, 'Downhill_Run', 'WalkAndRun', 'Running'],
	[22, 'Last_Second_Sprint', 'WalkAndRun', 'Running'],
	[24, 'Flee_In_Panic', 'WalkAndRun', 'Running'],
	[30, 'Puddle_Jump', 'BodyMovements', 'Jumping'],
	[31, 'Double_Hop', 'BodyMovements', 'Jumping'],
	[32, 'Back_Flip', 'BodyMovements', 'Jumping'],
	[35, 'Dive_For_Cover', 'BodyMovements', 'Ducking'],
	[36, 'Crawl_Under_Wire', 'BodyMovements', 'Ducking'],
	[40, 'Half_Turn', 'BodyMovements', 'Turning'],
	[41, 'Collapse_Slowly', 'BodyMovements', 'Falling'],
	[42, 'Dead_On_The_Spot', 'BodyMovements', 'Falling'],
	[60, 'Sword_Slash_High', 'Fighting', 'Weapons'],
	[61, 'Two_Handed_Chop', 'Fighting', 'Weapons'],
	[62, 'Bow_Shot', 'Fighting', 'Weapons'],
	[63, 'Cast_A_Spell', 'Fighting', 'Weapons'],
	[70, 'Fists_Up_Box', 'Fighting', 'Unarmed'],
	[71, 'Quick_Punch', 'Fighting', 'Unarmed'],
	[72, 'Roundhouse_Kick', 'Fighting', 'Unarmed'],
	[75, 'Hit_In_The_Shoulder', 'Fighting', 'Wounded'],
	[92, 'Victory_Cheer', 'Dancing', 'Celebrating'],
	[93, 'Clap_Along', 'Dancing', 'Celebrating'],
	[96, 'Harvest_Dance', 'Dancing', 'Folk'],
	[97, 'Tavern_Dance', 'Dancing', 'Folk'],
	[104, 'Robot_Dance', 'Dancing', 'Modern'],
];

/** Numbers that the service's library has, of which nobody knows how others are refused: all of these are taken. */
export const actionIds = { least: -2, most: 696 };

/** The name of an action; those that only the service's library has are called after their number. */
export function actionName(actionId: number): string {
	return rows.find(([id]) => id === actionId)?.[1] ?? `Action_${actionId}`;
}

/** Searched by a part of the name, by category, or by ids; a bare list, in pages only when a size is given. */
export const animationLibrary: Route<Visit> = {
	method: 'GET',
	path: '/openapi/v1/animations/library',
	run: ({ incoming: { query } }) => {
		const search = query.get('search')?.toLowerCase() ?? '';
		const category = query.get('category');
		const ids = query.get('action_ids')?.split(',').map(Number);
		const fitting = rows.filter(
			([id, name, of]) =>
				name.toLowerCase().includes(search) &&
				(category === null || category === of) &&
				(ids === undefined || ids.includes(id)),
		);
		const size = Number(query.get('page_size') ?? fitting.length);
		const page = Number(query.get('page_num') ?? 1);
		if (!Number.isInteger(size) || size < 0 || !Number.isInteger(page) || page < 1) {
			throw invalid('page_size and page_num', 'must be whole numbers above 0');
		}
		return jsonReply(200, fitting.slice((page - 1) * size, page * size).map(entry));
	},
};

function entry([id, name, category, subCategory]: Row): object {
	return {
		action_id: id,
		name,
		key: name.toLowerCase(),
		category,
		sub_category: subCategory,
		preview_url: '',
	};
}

import { jsonReply } from '../http/message';
import type { Route } from '../http/router';
import type { Clip } from './recipe';
import { invalid } from './refusal';
import type { Visit } from './visit';

type Category = 'WalkAndRun' | 'BodyMovements' | 'DailyActions' | 'Fighting' | 'Dancing';

/** One action of the library; `move` is the word by which the sandbox animates it. */
type Row = readonly [id: number, name: string, category: Category, subCategory: string, move: string];

/** A small part of the service's library of nearly 700, under the same ids and names. */
const rows: readonly Row[] = [
	[0, 'Idle', 'DailyActions', 'Idle', 'idle'],
	[1, 'Walking_Woman', 'WalkAndRun', 'Walking', 'walk'],
	[2, 'Alert', 'DailyActions', 'LookingAround', 'idle'],
	[3, 'Arise', 'DailyActions', 'LookingAround', 'jump'],
	[4, 'Attack', 'Fighting', 'AttackingwithWeapon', 'attack'],
	[5, 'BackLeft_run', 'WalkAndRun', 'Running', 'run'],
	[6, 'BackRight_Run', 'WalkAndRun', 'Running', 'run'],
	[7, 'BeHit_FlyUp', 'Fighting', 'GettingHit', 'hurt'],
	[8, 'Dead', 'Fighting', 'Dying', 'fall'],
	[9, 'ForwardLeft_Run_Fight', 'Fighting', 'Transitioning', 'run'],
	[10, 'ForwardRight_Run_Fight', 'Fighting', 'Transitioning', 'run'],
	[11, 'Idle_02', 'DailyActions', 'Idle', 'idle'],
	[12, 'Idle_03', 'DailyActions', 'Idle', 'idle'],
	[13, 'Jump_Run', 'WalkAndRun', 'Running', 'jump'],
	[14, 'Run_02', 'WalkAndRun', 'Running', 'run'],
	[15, 'Run_03', 'WalkAndRun', 'Running', 'run'],
	[16, 'RunFast', 'WalkAndRun', 'Running', 'run'],
	[17, 'Skill_01', 'BodyMovements', 'Acting', 'attack'],
	[18, 'Skill_02', 'BodyMovements', 'Acting', 'attack'],
	[19, 'Skill_03', 'BodyMovements', 'Acting', 'attack'],
	[20, 'Walk_Fight_Back', 'WalkAndRun', 'Walking', 'walk'],
	[21, 'Walk_Fight_Forward', 'WalkAndRun', 'Walking', 'walk'],
	[22, 'FunnyDancing_01', 'Dancing', 'Dancing', 'dance'],
	[23, 'FunnyDancing_02', 'Dancing', 'Dancing', 'dance'],
	[24, 'FunnyDancing_03', 'Dancing', 'Dancing', 'dance'],
	[25, 'Agree_Gesture', 'DailyActions', 'Interacting', 'wave'],
	[26, 'Angry_Stomp', 'DailyActions', 'Interacting', 'jump'],
	[27, 'Big_Heart_Gesture', 'BodyMovements', 'Acting', 'wave'],
	[28, 'Big_Wave_Hello', 'DailyActions', 'Interacting', 'wave'],
	[29, 'Call_Gesture', 'BodyMovements', 'Acting', 'wave'],
	[30, 'Casual_Walk', 'WalkAndRun', 'Walking', 'walk'],
	[31, 'Catching_Breath', 'BodyMovements', 'Acting', 'idle'],
	[32, 'Chair_Sit_Idle_F', 'DailyActions', 'Idle', 'sit'],
	[33, 'Chair_Sit_Idle_M', 'DailyActions', 'Idle', 'sit'],
	[34, 'Checkout_Gesture', 'DailyActions', 'Interacting', 'wave'],
	[35, 'Clapping_Run', 'BodyMovements', 'Acting', 'wave'],
];

/** Ids that the service's library has, whether or not they are in this part of it. */
export const actionIds = { least: -2, most: 696 };

/** The clip that an action id stands for; ids that only the real library has get a small sway. */
export function clipOf(actionId: number): Clip {
	const row = rows.find(([id]) => id === actionId);
	return row ? { name: row[1], move: row[4] } : { name: `Action_${actionId}`, move: 'sway' };
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

import { jsonReply } from '../http/message';
import type { Route } from '../http/router';
import { invalid } from './refusal';
import type { Visit } from './visit';

type Category = 'WalkAndRun' | 'BodyMovements' | 'DailyActions' | 'Fighting' | 'Dancing';

type Row = readonly [id: number, name: string, category: Category, subCategory: string];

/** A small part of the service's library of nearly 700, under the same ids and names. */
const rows: readonly Row[] = [
	[0, 'Idle', 'DailyActions', 'Idle'],
	[1, 'Walking_Woman', 'WalkAndRun', 'Walking'],
	[2, 'Alert', 'DailyActions', 'LookingAround'],
	[3, 'Arise', 'DailyActions', 'LookingAround'],
	[4, 'Attack', 'Fighting', 'AttackingwithWeapon'],
	[5, 'BackLeft_run', 'WalkAndRun', 'Running'],
	[6, 'BackRight_Run', 'WalkAndRun', 'Running'],
	[7, 'BeHit_FlyUp', 'Fighting', 'GettingHit'],
	[8, 'Dead', 'Fighting', 'Dying'],
	[9, 'ForwardLeft_Run_Fight', 'Fighting', 'Transitioning'],
	[10, 'ForwardRight_Run_Fight', 'Fighting', 'Transitioning'],
	[11, 'Idle_02', 'DailyActions', 'Idle'],
	[12, 'Idle_03', 'DailyActions', 'Idle'],
	[13, 'Jump_Run', 'WalkAndRun', 'Running'],
	[14, 'Run_02', 'WalkAndRun', 'Running'],
	[15, 'Run_03', 'WalkAndRun', 'Running'],
	[16, 'RunFast', 'WalkAndRun', 'Running'],
	[17, 'Skill_01', 'BodyMovements', 'Acting'],
	[18, 'Skill_02', 'BodyMovements', 'Acting'],
	[19, 'Skill_03', 'BodyMovements', 'Acting'],
	[20, 'Walk_Fight_Back', 'WalkAndRun', 'Walking'],
	[21, 'Walk_Fight_Forward', 'WalkAndRun', 'Walking'],
	[22, 'FunnyDancing_01', 'Dancing', 'Dancing'],
	[23, 'FunnyDancing_02', 'Dancing', 'Dancing'],
	[24, 'FunnyDancing_03', 'Dancing', 'Dancing'],
	[25, 'Agree_Gesture', 'DailyActions', 'Interacting'],
	[26, 'Angry_Stomp', 'DailyActions', 'Interacting'],
	[27, 'Big_Heart_Gesture', 'BodyMovements', 'Acting'],
	[28, 'Big_Wave_Hello', 'DailyActions', 'Interacting'],
	[29, 'Call_Gesture', 'BodyMovements', 'Acting'],
	[30, 'Casual_Walk', 'WalkAndRun', 'Walking'],
	[31, 'Catching_Breath', 'BodyMovements', 'Acting'],
	[32, 'Chair_Sit_Idle_F', 'DailyActions', 'Idle'],
	[33, 'Chair_Sit_Idle_M', 'DailyActions', 'Idle'],
	[34, 'Checkout_Gesture', 'DailyActions', 'Interacting'],
	[35, 'Clapping_Run', 'BodyMovements', 'Acting'],
];

/** Ids that the service's library has, whether or not they are in this part of it. */
export const actionIds = { least: -2, most: 696 };

/** The name of an action; those that only the real library has are called after their id. */
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

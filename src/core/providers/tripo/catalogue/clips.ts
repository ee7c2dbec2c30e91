import { allOf, family, is, source } from '../../catalogue/condition';
import type { Choice } from '../../catalogue/operationSpec';

/** Clips of a biped that go onto rigs of both models. */
const plain = named('', 'idle walk run dive climb jump slash shoot hurt fall turn');

/** Clips for bipeds of the rig model v1.0, as a published client that runs against the service lists them. */
const biped = named(
	'biped:',
	`afraid agree angry_01 angry_02 angry_03 basketball_shot bow box_01 box_02 box_03 cast_a_spell cheer chop clap climb
	complain_01 complain_02 cross_body_crunch crossover_dribble cry dance_01 dance_02 dance_03 dance_04 dance_05 dance_06
	defeat_02 defeat_03 depressed dig dive dribble fall fire flee_01 flee_02 flip fold_arms football_catch football_save
	football_pass freaky frightened front_kick_01 front_kick_02 frustrated_01 frustrated_02 golf greet_01 greet_02 greet_03
	greet_04 heart_pose hit_to_body_01 hit_to_body_02 hit_to_head hit_to_side hit_to_stomach hug hurt idle jump_down jump
	jump_rope_01 jump_rope_02 laugh_01 laugh_02 lift_heavy look_around make_a_call_01 make_a_call_02 pitch_baseball
	play_mobile_game play_video_game run_upstairs run scared_01 scared_02 scratch shoot shovel sing_01 sing_02 sing_03
	sing_04 sit slash sob standing_relax surf swagger swim turn victory_celebration volleyball wait walk warm_up
	wave_goodbye_01 wave_goodbye_02`,
);

/** Clips for the other body types of the rig model v2.5. Birds have none. */
const byBody: Readonly<Record<string, readonly string[]>> = {
	quadruped: named('quadruped:', 'walk'),
	hexapod: named('hexapod:', 'walk'),
	octopod: named('octopod:', 'walk'),
	serpentine: named('serpentine:', 'march'),
	aquatic: named('aquatic:', 'march'),
	avian: [],
};

/** Every clip, as `animations` has them. */
export const clips: readonly string[] = [...plain, ...biped, ...Object.values(byBody).flat()];

/** A rig that takes no clip at all: the task would fail. */
export const clipless = [
	allOf(family('R1'), is('spec', 'mixamo')),
	allOf(family('R2.5'), is('rig_type', 'avian')),
] as const;

/** What a rig takes. Anything else is accepted at first, and the task fails (code 1004). */
export const clipsOfRig: readonly Choice[] = [
	...clipless.map((rig) => ({ values: [], when: source(rig) })),
	{ values: [...plain, ...biped], when: source(family('R1')) },
	{ values: plain, when: source(allOf(family('R2.5'), is('rig_type', 'biped'))) },
	...Object.entries(byBody).map(([body, values]) => ({
		values,
		when: source(allOf(family('R2.5'), is('rig_type', body))),
	})),
];

function named(prefix: string, names: string): string[] {
	return names.split(/\s+/).map((name) => `preset:${prefix}${name}`);
}

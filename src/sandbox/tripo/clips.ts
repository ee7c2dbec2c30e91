import type { RigType } from '../../placeholders/rig/rigType';

/** Clips that both rig models have for two-legged bodies. */
const plain = names('', 'idle walk run dive climb jump slash shoot hurt fall turn');

/** The one clip that each other body has. There is none for birds. */
const others: Readonly<Partial<Record<RigType, readonly string[]>>> = {
	quadruped: ['preset:quadruped:walk'],
	hexapod: ['preset:hexapod:walk'],
	octopod: ['preset:octopod:walk'],
	serpentine: ['preset:serpentine:march'],
	aquatic: ['preset:aquatic:march'],
};

/** Clips for the two-legged rigs of the older rig model. */
const biped = names(
	'biped:',
	`afraid agree angry_01 angry_02 angry_03 basketball_shot bow box_01 box_02 box_03 cast_a_spell cheer chop clap
	climb complain_01 complain_02 cross_body_crunch crossover_dribble cry dance_01 dance_02 dance_03 dance_04
	dance_05 dance_06 defeat_02 defeat_03 depressed dig dive dribble fall fire flee_01 flee_02 flip fold_arms
	football_catch football_save football_pass freaky frightened front_kick_01 front_kick_02 frustrated_01
	frustrated_02 golf greet_01 greet_02 greet_03 greet_04 heart_pose hit_to_body_01 hit_to_body_02 hit_to_head
	hit_to_side hit_to_stomach hug hurt idle jump_down jump jump_rope_01 jump_rope_02 laugh_01 laugh_02 lift_heavy
	look_around make_a_call_01 make_a_call_02 pitch_baseball play_mobile_game play_video_game run_upstairs run
	scared_01 scared_02 scratch shoot shovel sing_01 sing_02 sing_03 sing_04 sit slash sob standing_relax surf
	swagger swim turn victory_celebration volleyball wait walk warm_up wave_goodbye_01 wave_goodbye_02`,
);

/** The skeleton that a rig task made. */
export interface Rig {
	/** The family of the rig model. */
	family: string;
	spec: string;
	rigType: RigType;
}

/** Every clip there is for any rig. */
export const everyClip: readonly string[] = [...plain, ...Object.values(others).flat(), ...biped];

/**
 * The clips that can be put on a rig. On the others the task is taken and fails: nothing can be put on a rig of
 * the older model with Mixamo's bones, and the clips named `biped` fit the older model only.
 */
export function clipsThatFit({ family, spec, rigType }: Rig): readonly string[] {
	if (family === 'R1') return spec === 'mixamo' ? [] : [...plain, ...biped];
	return rigType === 'biped' ? plain : (others[rigType] ?? []);
}

function names(prefix: string, words: string): readonly string[] {
	return words.split(/\s+/).map((word) => `preset:${prefix}${word}`);
}

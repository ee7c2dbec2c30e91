/** The bodies that a skeleton can be made for, by the names that the services have for them. */
export const rigTypes = [
	'biped',
	'quadruped',
	'hexapod',
	'octopod',
	'avian',
	'serpentine',
	'aquatic',
] as const;

export type RigType = (typeof rigTypes)[number];

export function isRigType(word: string): word is RigType {
	return rigTypes.some((type) => type === word);
}

const prefix = 'mixamorig:';

/** Where Mixamo has another word for a joint. */
const words: readonly (readonly [plain: string, mixamo: string])[] = [
	['Chest', 'Spine1'],
	['UpperArm', 'Arm'],
	['LowerArm', 'ForeArm'],
	['UpperLeg', 'UpLeg'],
	['LowerLeg', 'Leg'],
];

/** The name that Mixamo has for a joint. */
export function toMixamoName(name: string): string {
	const known = words.find(([plain]) => name.endsWith(plain));
	return prefix + (known ? name.slice(0, -known[0].length) + known[1] : name);
}

/** The plain name of a joint, whichever naming it has. */
export function plainJointName(name: string): string {
	if (!name.startsWith(prefix)) return name;
	const bare = name.slice(prefix.length);
	const known = words.find(([, mixamo]) => bare.replace(/^(Left|Right)/, '') === mixamo);
	return known ? bare.slice(0, -known[1].length) + known[0] : bare;
}

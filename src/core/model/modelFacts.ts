/** What a model file says of itself; sizes in metres along x, y, z. */
export interface ModelFacts {
	readonly triangles: number;
	readonly meshes: number;
	readonly materials: number;
	readonly textures: number;
	readonly animations: number;
	readonly size?: readonly [number, number, number];
	/** glTF extensions that a program must know to show it at all (`extensionsRequired`); absent where there are none. */
	readonly requires?: readonly string[];
	/** glTF extensions that it uses and can do without, as far as they change how it looks or what it needs. */
	readonly uses?: readonly string[];
}

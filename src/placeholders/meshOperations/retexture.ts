import type { Rgb } from '../colour';
import { dominantColours } from '../images/dominantColours';
import { encodePng } from '../images/png';
import { decodeImage, readImage } from '../images/readImage';
import { tint } from '../images/tint';
import { materialOf } from '../material';
import { areaOf } from '../mesh/area';
import { boxMapped } from '../mesh/boxMapping';
import { boundsOf } from '../mesh/mesh';
import { subsetValues } from '../mesh/subset';
import type { PlaceholderModel } from '../placeholderModel';
import { textureTileSize } from '../placeOnGround';
import { hashText, Random } from '../random';
import type { Surface } from '../surface';
import { paintSurface } from '../textures/paintSurface';
import { parseClauses } from '../words/clauses';
import { substanceCalled, substanceIn } from '../words/findSubstance';
import { type Look, type Looks, parseLooks } from '../words/look';
import type { Substance } from '../words/substances';

/** How a thing should look: after words, after a picture, whose colours it takes, or after both. */
export interface RetextureOptions {
	readonly words?: string;
	/** PNG, JPEG or WebP. */
	readonly picture?: Uint8Array;
	readonly seed: number;
}

/** Surfaces at least this large, against the largest, are what the words are about. */
const mainShare = 1 / 3;

/** What the words ask of each surface: the largest are the thing itself, the next one its trim. */
function wishes(surfaces: readonly Surface[], { body, trim }: Looks): Look[] {
	const areas = surfaces.map(({ mesh }) => areaOf(mesh));
	const order = [...areas.keys()].sort((one, other) => (areas[other] ?? 0) - (areas[one] ?? 0));
	const [first = 0, second] = order;
	const least = (areas[first] ?? 0) * mainShare;
	const trimmed = trim.substance || trim.colour ? second : undefined;
	return surfaces.map((_, index) => {
		if (index === trimmed) return trim;
		return (areas[index] ?? 0) >= least ? body : {};
	});
}

/** The same with colours of a picture: the thing itself has what there is most of, all else the next ones. */
function coloured(looks: readonly Look[], palette: readonly Rgb[], body: Look): Look[] {
	let next = 1;
	return looks.map((look) => {
		const colour = look === body ? palette[0] : palette[next++ % palette.length];
		return look.colour || !colour ? look : { ...look, colour };
	});
}

/** The surface with texture coordinates; one that has none gets them from six sides. */
function withUvs(surface: Surface, tile: number): Surface {
	const { mesh, skin, picture, mapped } = surface;
	if (picture || mapped || mesh.uvs.some((value) => value !== 0)) return surface;
	const apart = { ...surface, mesh: boxMapped(mesh, tile) };
	if (!skin) return apart;
	const joints = subsetValues(skin.joints, 4, mesh.indices);
	return { ...apart, skin: { joints, weights: subsetValues(skin.weights, 4, mesh.indices) } };
}

function withPicture(surface: Surface, { substance, colour }: Look): Surface {
	const { picture } = surface;
	const paint = colour ?? substance?.colour;
	if (!picture || !paint) return surface;
	const bytes = encodePng(tint(decodeImage(picture), paint));
	const { metallic = surface.metallic, roughness = surface.roughness } = substance ?? {};
	return { ...surface, metallic, roughness, picture: { bytes, mimeType: 'image/png' } };
}

function ownSubstance({ name, material = name }: Surface): Substance {
	return substanceIn(material) ?? substanceCalled('paint');
}

/**
 * The same shape with new materials. Colours and substances in the words go to the largest surfaces, what stands
 * behind "with" to the next; all are painted afresh, aged as the words say. Pictures that are shown once (photographs,
 * writing) stay what they show and take the colour.
 * @throws UnreadableImage when the picture is none.
 */
export async function retexture(
	thing: PlaceholderModel,
	{ words = '', picture, seed }: RetextureOptions,
): Promise<PlaceholderModel> {
	const looks = parseLooks(parseClauses(words));
	const asked = wishes(thing.surfaces, looks);
	const palette = picture ? dominantColours(decodeImage((await readImage(picture)).picture), 4) : [];
	const wanted = palette.length > 0 ? coloured(asked, palette, looks.body) : asked;
	const random = new Random(hashText(words) + seed + 1);
	const { min, max } = boundsOf(thing.surfaces.map(({ mesh }) => mesh));
	const tile = textureTileSize(Math.max(...max.map((high, axis) => high - (min[axis] ?? 0))));
	const surfaces = thing.surfaces.map((surface, index): Surface => {
		const look = wanted[index] ?? {};
		if (surface.once && surface.picture) return withPicture(surface, look);
		const substance = look.substance ?? ownSubstance(surface);
		const colour = look.colour ?? (look.substance ? undefined : surface.colour);
		const material = materialOf(surface.material ?? surface.name, substance, colour, looks);
		const { name, mesh, skin } = withUvs(surface, tile);
		const painted = paintSurface(
			{ ...material, name: look.substance?.name ?? material.name },
			mesh,
			random,
			true,
		);
		return { ...painted, name, material: painted.name, ...(skin && { skin }) };
	});
	return { ...thing, surfaces };
}

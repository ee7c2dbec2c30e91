import type { Rgb } from '../colour';
import { dominantColours } from '../images/dominantColours';
import { encodePng } from '../images/png';
import { decodeImage, readImage } from '../images/readImage';
import { tint } from '../images/tint';
import { materialOf } from '../material';
import { boxMapped } from '../mesh/boxMapping';
import { areaOf, boundsOf } from '../mesh/mesh';
import { minus } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import { textureTileSize } from '../placeOnGround';
import { hashText, Random } from '../random';
import { skinOf } from '../skeleton';
import { type EncodedImage, materialName, type Surface } from '../surface';
import { paintSurface } from '../textures/paintSurface';
import { parseClauses } from '../words/clauses';
import { substanceCalled, substanceIn } from '../words/findSubstance';
import { type Look, type Looks, parseLooks } from '../words/look';

/** How a model should look: after words, after a picture, whose colours it takes, or after both. */
interface RetextureOptions {
	readonly words?: string;
	/** PNG, JPEG or WebP. */
	readonly picture?: Uint8Array;
	readonly seed: number;
}

/** Surfaces at least this large, against the largest, are what the words are about. */
const mainShare = 1 / 3;

/** What the words ask of each surface: the largest are the model itself, the next one its trim. */
function looksOfSurfaces(surfaces: readonly Surface[], { body, trim }: Looks): Look[] {
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

/** The same with colours of a picture: the model itself has what there is most of, all else the next ones. */
function coloured(looks: readonly Look[], palette: readonly Rgb[], body: Look): Look[] {
	let next = 1;
	return looks.map((look) => {
		const colour = look === body ? palette[0] : palette[next++ % palette.length];
		return look.colour || !colour ? look : { ...look, colour };
	});
}

/** The surface with texture coordinates; one that has none gets them from six sides. */
function withUvs(surface: Surface, tile: number): Surface {
	const { mesh, skin, texture, hasUvs } = surface;
	if (texture || hasUvs || mesh.uvs.some((value) => value !== 0)) return surface;
	return { ...surface, mesh: boxMapped(mesh, tile), ...(skin && { skin: skinOf(skin, mesh.indices) }) };
}

/** The surface with its texture in the colour that is asked for. */
function recoloured(surface: Surface, texture: EncodedImage, { substance, colour }: Look): Surface {
	const paint = colour ?? substance?.colour;
	if (!paint) return surface;
	const bytes = encodePng(tint(decodeImage(texture), paint));
	const { metallic = surface.metallic, roughness = surface.roughness } = substance ?? {};
	return { ...surface, metallic, roughness, texture: { bytes, mimeType: 'image/png' } };
}

/**
 * The same shape with new materials. Colours and substances in the words go to the largest surfaces, what stands
 * behind "with" to the next; all are painted afresh, aged as the words say. Pictures that are shown once (photographs,
 * writing) stay what they show and take the colour.
 * @throws UnreadableImage when the picture is none.
 */
export async function retexture(
	model: PlaceholderModel,
	{ words = '', picture, seed }: RetextureOptions,
): Promise<PlaceholderModel> {
	const looks = parseLooks(parseClauses(words));
	const asked = looksOfSurfaces(model.surfaces, looks);
	const palette = picture ? dominantColours(decodeImage((await readImage(picture)).texture), 4) : [];
	const wanted = palette.length > 0 ? coloured(asked, palette, looks.body) : asked;
	const random = new Random(hashText(words) + seed + 1);
	const { min, max } = boundsOf(model.surfaces.map(({ mesh }) => mesh));
	const tile = textureTileSize(Math.max(...minus(max, min)));
	const surfaces = model.surfaces.map((surface, index): Surface => {
		const look = wanted[index] ?? {};
		if (surface.clamped && surface.texture) return recoloured(surface, surface.texture, look);
		const substance = look.substance ?? substanceIn(materialName(surface)) ?? substanceCalled('paint');
		const colour = look.colour ?? (look.substance ? undefined : surface.colour);
		const material = materialOf(materialName(surface), substance, colour, looks);
		const { name, mesh, skin } = withUvs(surface, tile);
		const renamed = { ...material, name: look.substance?.name ?? material.name };
		const painted = paintSurface(renamed, mesh, random, true);
		return { ...painted, name, material: renamed.name, ...(skin && { skin }) };
	});
	return { ...model, surfaces };
}

import type { EncodedImage, Surface } from '../../surface';
import type { FileMaterials } from '../fileMaterials';
import { textureName } from '../fileMaterials';
import { int, node, objectName, type Property, properties } from './node';
import type { FbxScene } from './scene';

/** The numbers that FBX has for the ways of a texture. */
const [repeat, clamp] = [0, 1] as const;

function colourProperty(name: string, colour: readonly number[]): Property {
	const [red = 0, green = 0, blue = 0] = colour;
	return [name, 'Color', '', 'A', red, green, blue];
}

function numberProperty(name: string, value: number): Property {
	return [name, 'Number', '', 'A', value];
}

function addMaterial(scene: FbxScene, name: string, look: Surface): bigint {
	const { colour, glow, metallic, roughness } = look;
	const base = look.picture ? [1, 1, 1] : colour;
	return scene.add('Material', name, 'Material', '', [
		node('Version', [int(102)]),
		node('ShadingModel', ['phong']),
		node('MultiLayer', [int(0)]),
		properties([
			colourProperty('DiffuseColor', base),
			numberProperty('DiffuseFactor', 1),
			colourProperty('EmissiveColor', colour),
			numberProperty('EmissiveFactor', glow),
			colourProperty('SpecularColor', [1, 1, 1]),
			numberProperty('SpecularFactor', 0.25),
			// Phong has neither roughness nor metal; importers read them back from these two.
			numberProperty('Shininess', ((1 - roughness) * 10) ** 2),
			numberProperty('ReflectionFactor', metallic),
		]),
	]);
}

function addVideo(scene: FbxScene, file: string, picture: EncodedImage): bigint {
	return scene.add('Video', file, 'Video', 'Clip', [
		node('Type', ['Clip']),
		properties([['Path', 'KString', 'XRefUrl', '', file]]),
		node('UseMipMap', [int(0)]),
		node('Filename', [file]),
		node('RelativeFilename', [file]),
		node('Content', [picture.bytes]),
	]);
}

function addTexture(scene: FbxScene, file: string, look: Surface): bigint {
	const wrap = int(look.once ? clamp : repeat);
	return scene.add('Texture', file, 'Texture', '', [
		node('Type', ['TextureVideoClip']),
		node('Version', [int(202)]),
		node('TextureName', [objectName(file, 'Texture')]),
		properties([
			['CurrentTextureBlendMode', 'enum', '', '', int(0)],
			['UVSet', 'KString', '', '', 'UVMap'],
			['UseMaterial', 'bool', '', '', int(1)],
			['WrapModeU', 'enum', '', '', wrap],
			['WrapModeV', 'enum', '', '', wrap],
		]),
		node('Media', [objectName(file, 'Video')]),
		node('FileName', [file]),
		node('RelativeFilename', [file]),
		node('ModelUVTranslation', [0, 0]),
		node('ModelUVScaling', [1, 1]),
		node('Texture_Alpha_Source', [look.cutOut ? 'Alpha_Black' : 'None']),
		node('Cropping', [int(0), int(0), int(0), int(0)]),
	]);
}

/** Adds materials with their pictures inside the file; gives their ids. */
export function addMaterials(scene: FbxScene, { list, pictures }: FileMaterials): bigint[] {
	const files = pictures.map((picture, index) => textureName(index, picture));
	const videos = pictures.map((picture, index) => addVideo(scene, files[index] ?? '', picture));
	return list.map(({ name, look, texture }) => {
		const material = addMaterial(scene, name, look);
		const [file, video] = texture === undefined ? [] : [files[texture], videos[texture]];
		if (file !== undefined && video !== undefined) {
			const picture = addTexture(scene, file, look);
			scene.connect(video, picture);
			scene.connect(picture, material, 'DiffuseColor');
		}
		return material;
	});
}

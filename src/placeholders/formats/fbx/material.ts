import type { EncodedImage, Surface } from '../../surface';
import { type FileMaterials, textureFiles } from '../fileMaterials';
import { double, node, nodes, objectName, properties } from './node';
import type { FbxScene } from './scene';

/** The numbers that FBX has for the ways of a texture. */
const [repeat, clamp] = [0, 1] as const;

function addMaterial(scene: FbxScene, name: string, look: Surface): bigint {
	const { colour, glow, metallic, roughness } = look;
	return scene.add('Material', name, 'Material', '', [
		...nodes({ Version: 102, ShadingModel: 'phong', MultiLayer: 0 }),
		properties(
			['DiffuseColor', 'colour', ...(look.texture ? [1, 1, 1] : colour)],
			['DiffuseFactor', 'number', 1],
			['EmissiveColor', 'colour', ...colour],
			['EmissiveFactor', 'number', glow],
			['SpecularColor', 'colour', 1, 1, 1],
			['SpecularFactor', 'number', 0.25],
			// Phong has neither roughness nor metal; importers read them back from these two.
			['Shininess', 'number', ((1 - roughness) * 10) ** 2],
			['ReflectionFactor', 'number', metallic],
		),
	]);
}

function addVideo(scene: FbxScene, file: string, { bytes }: EncodedImage): bigint {
	return scene.add('Video', file, 'Video', 'Clip', [
		...nodes({ Type: 'Clip' }),
		properties(['Path', 'file', file]),
		...nodes({ UseMipMap: 0, Filename: file, RelativeFilename: file, Content: bytes }),
	]);
}

function addTexture(scene: FbxScene, file: string, look: Surface): bigint {
	const wrap = look.clamped ? clamp : repeat;
	return scene.add('Texture', file, 'Texture', '', [
		...nodes({ Type: 'TextureVideoClip', Version: 202, TextureName: objectName(file, 'Texture') }),
		properties(
			['CurrentTextureBlendMode', 'enum', 0],
			['UVSet', 'text', 'UVMap'],
			['UseMaterial', 'bool', 1],
			['WrapModeU', 'enum', wrap],
			['WrapModeV', 'enum', wrap],
		),
		...nodes({ Media: objectName(file, 'Video'), FileName: file, RelativeFilename: file }),
		node('ModelUVTranslation', [double(0), double(0)]),
		node('ModelUVScaling', [double(1), double(1)]),
		...nodes({ Texture_Alpha_Source: look.alphaMask ? 'Alpha_Black' : 'None' }),
		node('Cropping', [0, 0, 0, 0]),
	]);
}

/** Adds materials with their pictures inside the file; gives their ids. */
export function addMaterials(scene: FbxScene, materials: FileMaterials): bigint[] {
	const files = textureFiles(materials);
	const videos = materials.textures.map((image, index) => addVideo(scene, files[index] ?? '', image));
	return materials.list.map(({ name, look, texture = -1 }) => {
		const material = addMaterial(scene, name, look);
		const [file, video] = [files[texture], videos[texture]];
		if (file !== undefined && video !== undefined) {
			const added = addTexture(scene, file, look);
			scene.connect(video, added);
			scene.connect(added, material, 'DiffuseColor');
		}
		return material;
	});
}

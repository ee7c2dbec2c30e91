import type { EncodedImage, Surface } from '../../surface';
import { type FileMaterials, textureFiles } from '../fileMaterials';
import { int, leaves, node, objectName, properties } from './node';
import type { FbxScene } from './scene';

/** The numbers that FBX has for the ways of a texture. */
const [repeat, clamp] = [0, 1] as const;

function addMaterial(scene: FbxScene, name: string, look: Surface): bigint {
	const { colour, glow, metallic, roughness } = look;
	return scene.add('Material', name, 'Material', '', [
		...leaves({ Version: int(102), ShadingModel: 'phong', MultiLayer: int(0) }),
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
		...leaves({ Type: 'Clip' }),
		properties(['Path', 'file', file]),
		...leaves({ UseMipMap: int(0), Filename: file, RelativeFilename: file, Content: bytes }),
	]);
}

function addTexture(scene: FbxScene, file: string, look: Surface): bigint {
	const wrap = look.clamped ? clamp : repeat;
	return scene.add('Texture', file, 'Texture', '', [
		...leaves({ Type: 'TextureVideoClip', Version: int(202), TextureName: objectName(file, 'Texture') }),
		properties(
			['CurrentTextureBlendMode', 'enum', 0],
			['UVSet', 'text', 'UVMap'],
			['UseMaterial', 'bool', 1],
			['WrapModeU', 'enum', wrap],
			['WrapModeV', 'enum', wrap],
		),
		...leaves({ Media: objectName(file, 'Video'), FileName: file, RelativeFilename: file }),
		node('ModelUVTranslation', [0, 0]),
		node('ModelUVScaling', [1, 1]),
		...leaves({ Texture_Alpha_Source: look.alphaMask ? 'Alpha_Black' : 'None' }),
		node('Cropping', [int(0), int(0), int(0), int(0)]),
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

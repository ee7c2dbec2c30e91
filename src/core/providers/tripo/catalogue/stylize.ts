import { is } from '../../catalogue/condition';
import type { OperationSpec } from '../../catalogue/operationSpec';
import { modelFiles, modelTasks } from './sources';

const styles = ['lego', 'voxel', 'voronoi', 'minecraft', 'keyring', 'fridge_magnet', 'keycap'];

export const stylize: OperationSpec = {
	title: 'Stylize',
	detail: 'The model as bricks, voxels, a key ring and the like.',
	gives: 'model',
	formats: [{ extension: 'schem', when: is('style', 'minecraft') }, { extension: 'glb' }],
	inputs: {
		source: { required: true, from: [...modelTasks, 'rig', 'retarget'], files: modelFiles },
	},
	parameters: [
		{ name: 'style', label: 'Style', type: 'enum', values: styles, required: true, common: true },
		{
			name: 'block_size',
			label: 'Blocks',
			type: 'integer',
			ranges: [{ min: 32, max: 128 }],
			default: 80,
			when: is('style', 'minecraft'),
		},
	],
	rules: [],
	// The service publishes no price.
	prices: [],
	seconds: 60,
	taskClass: 'processing',
};

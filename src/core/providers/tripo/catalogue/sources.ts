import type { Operation } from '../../../model/request';
import { type Condition, format, madeBy, source } from '../../catalogue/condition';

/**
 * Which task may follow which is Tripo's own table, of the API's second version and still the safest. Where others saw
 * the third take more, a file of the result does as well.
 */
export const generated: readonly Operation[] = ['textToModel', 'imageToModel', 'multiviewToModel'];

/** Tasks that most steps go on from. */
export const modelTasks: readonly Operation[] = [...generated, 'texture', 'import'];

/** Tasks with a skeleton. */
export const rigged: Condition = madeBy('rig', 'retarget');

/** Of a task that does not change the kind of file. */
export const fbxSource = source(format('fbx'));

/** Model files that the service takes in the place of a task, up to 150 MB. A glTF must have all its data within. */
export const modelFiles = ['glb', 'fbx', 'obj', 'stl'] as const;

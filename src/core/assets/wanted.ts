import type { OperationSpec } from '../providers/catalogue/catalogue';
import type { Artifact } from '../providers/provider';

/** Those of a task's files that go into the workspace, the one that the user asked for first. */
export function wantedFiles(
	artifacts: readonly Artifact[],
	gives: OperationSpec['gives'],
): readonly Artifact[] {
	if (gives === 'findings') return [];
	if (gives === 'images') return artifacts.filter(({ kind }) => kind === 'image');
	const models = artifacts.filter(({ kind }) => kind === 'model');
	// Only a model that refers to other files by name needs them; all others carry their textures.
	const refers = models.some(({ servedName }) => servedName !== undefined);
	return refers ? [...models, ...artifacts.filter(({ kind }) => kind === 'companion')] : models;
}

import type { ExpectedFile } from '../downloads/verify';
import { formatOf, formatsNamed } from '../files/formats/formats';
import type { AdoptedTask, JobRequest } from '../model/request';
import type { Artifact } from '../model/task';
import type { OperationSpec } from '../providers/catalogue/operationSpec';

/** Those of a task's files that go into the workspace, the one that the user asked for first. */
export function wantedFiles(
	artifacts: readonly Artifact[],
	gives: OperationSpec['gives'],
	formats: readonly string[] = [],
): readonly Artifact[] {
	if (gives === 'findings') return [];
	if (gives === 'images') return artifacts.filter(({ kind }) => kind === 'image');
	const models = inFormats(
		artifacts.filter(({ kind }) => kind === 'model'),
		formats,
	);
	// Only a model that refers to other files by name needs them; all others carry their textures.
	const refers = models.some(({ servedName }) => servedName !== undefined);
	const beside = artifacts.filter(({ kind }) => kind === 'thumbnail' || (refers && kind === 'companion'));
	return models.length > 0 ? [...models, ...beside] : [];
}

/** What a file of a task may be: what its operation gives, whatever its link is called. */
export function expectedFile(
	spec: OperationSpec,
	request: JobRequest | AdoptedTask,
	{ kind, part, extension }: Artifact,
): ExpectedFile {
	const named = /[^_]+$/.exec(part)?.[0] ?? '';
	const given = (spec.formats ?? []).map((format) => format.extension);
	const likely = [named, ...formatsOf(spec, request), ...given, extension].filter((one) =>
		formatsNamed(one).some((format) => format === 'mtl' || formatOf(format).kind !== 'other'),
	);
	// What made an adopted task is not always known.
	if (request.operation === 'adoptTask' && kind !== 'companion') return { kind: 'either', likely };
	return { kind: kind === 'model' || kind === 'companion' ? kind : 'picture', likely };
}

/** The formats that a request names, in its order; none where its operation has no such parameter. */
export function formatsOf(spec: OperationSpec, request: Pick<JobRequest, 'options'>): readonly string[] {
	const known = spec.parameters.find(({ role }) => role === 'formats');
	const value = known && (request.options[known.name] ?? known.default);
	return Array.isArray(value) ? value.map(String) : [];
}

/** A service may offer one model in every format that it knows: those that were asked for, else its first. */
function inFormats(models: readonly Artifact[], formats: readonly string[]): readonly Artifact[] {
	const copies = models.filter(({ part }) => formatsNamed(part).length > 0);
	const asked = formats.flatMap((format) => copies.filter(({ part }) => part === format));
	const others = models.filter((model) => !copies.includes(model));
	return [...(asked.length > 0 ? asked : copies.slice(0, 1)), ...others];
}

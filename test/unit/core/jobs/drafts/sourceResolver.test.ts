import assert from 'node:assert/strict';
import { SourceResolver } from '../../../../../src/core/jobs/drafts/sourceResolver';
import type { JobRecord, TaskRef } from '../../../../../src/core/model/jobRecord';
import { jobIn } from '../../support/states';

const now = 1_000_000;
const task: TaskRef = { id: 'task-1', submittedAt: 1, account: 'key' };
const file = { part: 'model', path: '/game/art/barrel-2.glb', bytes: 1, sha256: 'ab' };

function done(changed: Partial<TaskRef> = {}): JobRecord {
	const job = jobIn({ kind: 'done', task: { ...task, ...changed }, files: [file] });
	return { ...job, id: 'j', destination: { folder: '/game/art', name: 'barrel' } };
}

function resolver(jobs: readonly JobRecord[], sidecar?: object): SourceResolver {
	const list = { list: () => [...jobs], find: (id: string) => jobs.find((job) => job.id === id) };
	const readFile = (async () => {
		if (!sidecar) throw new Error('there is none');
		return JSON.stringify(sidecar);
	}) as never;
	return new SourceResolver(
		list,
		(folder) => folder.startsWith('/game'),
		{ readFile },
		() => now,
	);
}

describe('What a source is', () => {
	it('is the job whose file an asset is, under the name without its number', async () => {
		const job = done();
		assert.deepEqual(await resolver([job]).ofAsset(file.path), {
			source: { kind: 'job', id: 'j' },
			producedBy: job,
			provider: 'tripo',
			folder: '/game/art',
			name: 'barrel',
		});
	});

	it('is the file itself once the service has forgotten the task', async () => {
		const forgotten = done({ expiresAt: now });
		const source = { kind: 'file', path: file.path } as const;
		assert.deepEqual((await resolver([forgotten]).ofAsset(file.path)).source, source);
		assert.deepEqual(resolver([]).ofJob(forgotten).source, source);
		assert.equal(resolver([]).ofJob(done({ expiresAt: now + 1 })).expiresAt, now + 1);
	});

	it('is the task that a sidecar names, unless it is forgotten', async () => {
		const sidecar = { provider: 'meshy', jobId: 'gone', taskId: 't-9', operation: 'textToModel' };
		const known = await resolver([], sidecar).ofAsset('/game/pot.glb');
		assert.deepEqual([known.source, known.provider], [{ kind: 'task', id: 't-9' }, 'meshy']);
		const expired = { ...sidecar, expiresAt: new Date(now - 1).toISOString() };
		const past = await resolver([], expired).ofAsset('/game/pot.glb');
		assert.deepEqual(past.source, { kind: 'file', path: '/game/pot.glb' });
	});

	it('is a file where nobody knows more, and nothing is put beside one outside of the workspace', async () => {
		assert.deepEqual(await resolver([]).ofAsset('/home/me/pot.glb'), {
			source: { kind: 'file', path: '/home/me/pot.glb' },
			name: 'pot',
		});
	});

	it('goes by the id of a job, of its task, or of a task that nobody knows', () => {
		const sources = resolver([done()]);
		assert.deepEqual(sources.ofId('j').source, { kind: 'job', id: 'j' });
		assert.deepEqual(sources.ofId('task-1').source, { kind: 'job', id: 'j' });
		assert.deepEqual(sources.ofId('task-2'), { source: { kind: 'task', id: 'task-2' } });
	});

	it('has what goes on from it beside it, under its name', () => {
		const sources = resolver([done()]);
		const { folder, name } = sources.beside({ kind: 'job', id: 'j' });
		assert.deepEqual([folder, name], ['/game/art', 'barrel']);
		assert.deepEqual(sources.beside({ kind: 'task', id: 'x' }), {});
		assert.deepEqual(sources.beside(undefined), {});
	});
});

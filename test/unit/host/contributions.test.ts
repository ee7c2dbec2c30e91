import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { meshyTier, meshyTierIds, tripoTierIds } from '../../../src/core/providers/tiers';
import { commandIds, settingKeys, settingSection, viewIds } from '../../../src/host/contributions';

const manifest = JSON.parse(readFileSync(path.join(__dirname, '..', '..', '..', 'package.json'), 'utf8'));
const { contributes } = manifest;

describe('package.json and contributions.ts', () => {
	it('name the same commands', () => {
		assert.deepEqual(
			contributes.commands.map(({ command }: { command: string }) => command).sort(),
			Object.values(commandIds).sort(),
		);
	});

	it('name the same settings', () => {
		assert.deepEqual(
			Object.keys(contributes.configuration.properties).sort(),
			Object.values(settingKeys)
				.map((key) => `${settingSection}.${key}`)
				.sort(),
		);
	});

	it('name the same views', () => {
		assert.deepEqual(
			contributes.views[viewIds.container].map(({ id }: { id: string }) => id),
			[viewIds.jobs, viewIds.assets, viewIds.spending],
		);
	});

	it('have menus for declared commands only', () => {
		const declared = new Set<string>(Object.values(commandIds));
		const used = Object.values<{ command: string }[]>(contributes.menus).flat();
		assert.deepEqual(
			used.filter(({ command }) => !declared.has(command)),
			[],
		);
		const linked = contributes.viewsWelcome.flatMap(({ contents }: { contents: string }) => [
			...contents.matchAll(/command:(propsmith\.\w+)/g),
		]);
		for (const [, command] of linked) assert.ok(declared.has(command), command);
	});

	it('offer the tiers that the queue knows, with their numbers', () => {
		const { properties } = contributes.configuration;
		const meshy = properties['propsmith.meshy.tier'];
		assert.deepEqual(properties['propsmith.tripo.tier'].enum, tripoTierIds);
		assert.deepEqual(meshy.enum, meshyTierIds);
		assert.equal(meshy.enumItemLabels.length, meshyTierIds.length);
		for (const [index, id] of meshyTierIds.entries()) {
			const { concurrentTasks, budgets } = meshyTier(id, 50);
			const words: string = meshy.enumDescriptions[index];
			if (id !== 'enterprise') assert.match(words, new RegExp(`^${concurrentTasks} tasks? at once`));
			assert.match(words, new RegExp(`\\b${budgets[0]?.calls} requests a second`));
		}
	});

	it('keep every setting’s promise: a type, a default and a description', () => {
		for (const [name, setting] of Object.entries<Record<string, unknown>>(
			contributes.configuration.properties,
		))
			for (const part of ['type', 'default', 'markdownDescription', 'scope'])
				assert.ok(part in setting, `${name} has no ${part}`);
	});

	it('hold no secret: base URLs are machine-scoped, and no setting asks for a key', () => {
		const { properties } = contributes.configuration;
		assert.equal(properties['propsmith.tripo.baseUrl'].scope, 'machine');
		assert.deepEqual(
			Object.keys(properties).filter((name) => /key|token|secret/i.test(name)),
			[],
		);
	});

	it('need no API that the lowest supported VS Code lacks', () => {
		assert.equal(manifest.engines.vscode.replace('^', ''), manifest.devDependencies['@types/vscode']);
	});
});

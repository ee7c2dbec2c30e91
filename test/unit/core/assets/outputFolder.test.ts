import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { outputFolderIn } from '../../../../src/core/assets/outputFolder';

describe('The setting propsmith.outputFolder', () => {
	const inside: readonly [setting: string, folder: string][] = [
		['assets/generated', 'assets/generated'],
		['assets\\generated', 'assets/generated'],
		['.\\assets\\models/props\\', 'assets/models/props'],
		['./assets//props/', 'assets/props'],
		[' assets ', 'assets'],
		['art\\..\\models', 'models'],
		['', ''],
		['.', ''],
		['..models', '..models'],
		['~models', '~models'],
		[`\${workspaceFolder}`, ''],
		[`\${workspaceFolder}\\assets`, 'assets'],
		[`\${workspaceFolder}/assets`, 'assets'],
	];
	for (const [setting, folder] of inside)
		it(`${JSON.stringify(setting)} is the same folder on every system`, () => {
			assert.deepEqual(outputFolderIn('/game', setting, posix), {
				folder: folder === '' ? '/game' : `/game/${folder}`,
			});
			assert.deepEqual(outputFolderIn('C:\\game', setting, win32), {
				folder: folder === '' ? 'C:\\game' : `C:\\game\\${folder.replaceAll('/', '\\')}`,
			});
		});

	for (const setting of [
		'..',
		'../x',
		'..\\x',
		'a\\..\\..\\x',
		'/etc',
		'\\\\server\\share',
		'~',
		'~/models',
		'~\\x',
	])
		it(`${JSON.stringify(setting)} leads out on every system`, () => {
			for (const found of [
				outputFolderIn('/game', setting, posix),
				outputFolderIn('C:\\game', setting, win32),
			])
				assert.deepEqual(found, { refused: 'leads out of the workspace folder' });
		});

	it('may be absolute within the workspace folder', () => {
		assert.deepEqual(outputFolderIn('/game', '/game/a', posix), { folder: '/game/a' });
		assert.deepEqual(outputFolderIn('C:\\game', 'c:/game/a', win32), { folder: 'c:\\game\\a' });
	});

	it('has drives on Windows only', () => {
		for (const setting of ['C:\\game\\a', 'D:/x', 'd:x'])
			assert.match(JSON.stringify(outputFolderIn('/game', setting, posix)), /names a drive/);
		assert.deepEqual(outputFolderIn('C:\\game', 'D:\\x', win32), {
			refused: 'leads out of the workspace folder',
		});
	});

	it('knows no other variable', () => {
		for (const setting of [`\${userHome}/x`, `a/\${env:HOME}`, `\${workspaceFolderBasename}`])
			assert.match(JSON.stringify(outputFolderIn('/game', setting, posix)), /has “\$\{.*cannot be used here/);
	});
});

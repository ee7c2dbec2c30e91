import { strict as assert } from 'node:assert';
import { describeInWorkbench } from '../harness/describeInWorkbench';

describeInWorkbench('the workbench itself', {}, (session) => {
	it('shows the files of the sample game', async () => {
		const { explorer } = session().workbench;
		await explorer.reveal('art/barrel.png');
		const rows = await explorer.rows();
		assert.ok(rows.includes('art'), rows.join('\n'));
		assert.ok(rows.includes('  barrel.png'), rows.join('\n'));
	});

	it('runs a command from the palette', async () => {
		const { workbench } = session();
		await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
		await workbench.explorer.tree.waitFor({ state: 'hidden' });
		await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
		await workbench.explorer.tree.waitFor();
	});

	it('opens the menu of several selected pictures', async () => {
		const { explorer, contextMenu } = session().workbench;
		await explorer.openContextMenu('art/robot-front.png', 'art/robot-back.png');
		const items = await contextMenu.items();
		assert.ok(
			items.some((item) => item.startsWith('Copy')),
			items.join('\n'),
		);
		await contextMenu.close();
	});

	it('changes its theme', async () => {
		const { workbench } = session();
		await workbench.useTheme('Light Modern');
		await workbench.page.locator('.monaco-workbench.vs').waitFor();
		await workbench.screenshot('workbench-light');
	});
});

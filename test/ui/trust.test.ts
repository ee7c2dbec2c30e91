import { strict as assert } from 'node:assert';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { eventually } from '../harness/eventually';

describeInWorkbench('an untrusted workspace', { workspaceTrust: true }, (session) => {
	it('generates nothing, and says so', async () => {
		const { workbench } = session();
		await workbench.openViewContainer('Propsmith');
		assert.match(
			await workbench.treeView('Jobs').welcome(),
			/not trusted, so Propsmith generates and writes nothing/,
		);
		await workbench.screenshot('untrusted');
		await workbench.openPalette();
		await workbench.quickInput.type('>Propsmith: Generate');
		await eventually('the palette to offer nothing that generates', async () =>
			(await workbench.quickInput.picks()).every((pick) => !pick.startsWith('Propsmith: Generate')),
		);
		await workbench.quickInput.escape();
	});
});

import { parseArgs } from 'node:util';
import { provideDemoFolder } from './demo/demoFolder';
import { openDemo } from './demo/openDemo';
import { runDemo } from './demo/runDemo';
import { exitWithTheRest } from './harness/lifetime';
import { runScript } from './harness/steps/scriptStep';

const usage = `Usage: npm start [-- --prompt TEXT]

Opens a VS Code on a small sample game, with Propsmith and its offline sandbox.

  --prompt TEXT   make one model from the text, check it, print what came of it, and end
  --help          show this

PROPSMITH_VSCODE=desktop or =server chooses between a window and a browser;
by default it is a window where there is a display.`;

async function main(args: string[]): Promise<number> {
	const options = readArguments(args);
	if (!options || options.help) {
		console.log(usage);
		return options ? 0 : 2;
	}
	exitWithTheRest();
	if ((await runScript('build')).failed > 0) {
		return 1;
	}
	const folder = await provideDemoFolder();
	if (options.prompt !== undefined) {
		return (await runDemo(options.prompt, folder)) ? 0 : 1;
	}
	await openDemo(folder);
	return 0;
}

function readArguments(args: string[]): { prompt?: string; help?: boolean } | undefined {
	try {
		const { values } = parseArgs({
			args,
			options: { prompt: { type: 'string' }, help: { type: 'boolean' } },
		});
		return values.prompt === '' ? undefined : values;
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n`);
		return undefined;
	}
}

main(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);

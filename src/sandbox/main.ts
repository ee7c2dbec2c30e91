import { optionsFrom, UsageError, usage } from './commandLine';
import { startSandbox } from './sandbox';

/** Runs a sandbox until it is told to stop. Standard output is the one line of JSON; all else goes to stderr. */
async function main(): Promise<void> {
	const options = optionsFrom(process.argv.slice(2));
	if (options === 'help') {
		console.log(usage);
		return;
	}
	const sandbox = await startSandbox({ ...options, log: (line) => console.error(line) });
	const stop = () => {
		sandbox.close().catch((error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		});
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
	console.log(JSON.stringify({ tripo: sandbox.tripo, meshy: sandbox.meshy, control: sandbox.control }));
}

main().catch((error: unknown) => {
	if (error instanceof UsageError) {
		console.error(`${error.message}\n\n${usage}`);
		process.exitCode = 2;
	} else {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
});

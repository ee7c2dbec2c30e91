import { type Browser, chromium } from 'playwright-core';
import { provideChromium } from './provision/chromium';

const flags = [
	// Root, as in most containers, may not use the sandbox; the only page is our own VS Code.
	'--no-sandbox',
	// WebGL in software, so that previews draw on machines without a graphics card.
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	// A browser of tests has nothing to fetch from outside.
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

/** Starts a headless Chromium of the system, or the one that is installed from the npm registry. */
export async function launchBrowser(): Promise<Browser> {
	const { executable, env } = await provideChromium();
	return chromium.launch({
		executablePath: executable,
		args: flags,
		env: { ...inheritedEnvironment(), ...env },
	});
}

function inheritedEnvironment(): Record<string, string> {
	const entries = Object.entries(process.env).filter(
		(entry): entry is [string, string] => entry[1] !== undefined,
	);
	return Object.fromEntries(entries);
}

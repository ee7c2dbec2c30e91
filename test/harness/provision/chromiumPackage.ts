import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { Chromium } from './chromium';
import { npmInstall } from './npm';
import { provideOnce } from './provideOnce';

const run = promisify(execFile);
const version = '153.0.0';

/**
 * A headless Chromium out of the npm registry, with the few libraries that a bare Linux lacks.
 * The package would unpack itself only where it recognises a serverless host, so that is done here.
 */
export async function provideChromiumPackage(): Promise<Chromium> {
	const directory = await provideOnce(`chromium-${version}`, `Chromium ${version}`, async (target) => {
		await npmInstall(target, { '@sparticuz/chromium': version });
		const archives = path.join(target, 'node_modules', '@sparticuz', 'chromium', 'bin');
		await unpackFile(path.join(archives, 'chromium.br'), path.join(target, 'chromium'));
		// The software renderer is looked for beside the executable.
		await unpackTar(path.join(archives, 'swiftshader.tar.br'), target);
		await unpackTar(path.join(archives, 'al2023.tar.br'), target);
		await unpackTar(path.join(archives, 'fonts.tar.br'), target);
		await rm(path.join(target, 'node_modules'), { recursive: true });
	});
	const fontConfig = path.join(directory, 'fonts.conf');
	await writeFile(fontConfig, fontConfiguration(directory));
	const libraries = [path.join(directory, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
	return {
		executable: path.join(directory, 'chromium'),
		env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfig },
	};
}

async function unpackFile(archive: string, target: string): Promise<void> {
	await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(target));
	await chmod(target, 0o755);
}

/** By way of a file: tar stops reading a pipe at the archive's end mark, which a writer may take for a failure. */
async function unpackTar(archive: string, directory: string): Promise<void> {
	const tar = path.join(directory, 'unpacked.tar');
	await unpackFile(archive, tar);
	await run('tar', ['-x', '-f', tar, '-C', directory]);
	await rm(tar);
}

/** Fonts of the system first, where there are any; the packaged ones so that there is always text. */
function fontConfiguration(directory: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>/usr/share/fonts</dir>
	<dir>${directory}</dir>
	<cachedir>${path.join(directory, 'font-cache')}</cachedir>
</fontconfig>
`;
}

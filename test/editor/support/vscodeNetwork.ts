import * as https from 'node:https';
import * as vscode from 'vscode';
import { testAuthority } from '../../harness/testCertificates';

/** Sets one of VS Code's settings `http.*`; undefined puts it back. */
export async function setHttp(key: string, value: unknown): Promise<void> {
	await vscode.workspace.getConfiguration('http').update(key, value, vscode.ConfigurationTarget.Global);
}

/** Puts all of them back that tests change. */
export async function resetHttp(): Promise<void> {
	for (const key of ['proxy', 'noProxy', 'proxySupport', 'proxyStrictSSL', 'proxyAuthorization'])
		await setHttp(key, undefined);
}

/**
 * Has VS Code trust the authority of tests. The oldest version adds its own authorities in a way that makes its Node
 * forget `NODE_EXTRA_CA_CERTS`, but looks here for more while it runs tests; before the first request that needs them.
 */
export function trustTestAuthority(): void {
	(https.globalAgent as https.Agent & { testCertificates?: string[] }).testCertificates = [testAuthority];
}

import { createHash } from 'node:crypto';
import { systemClock } from '../base/clock';
import type { Log } from '../base/log';
import { PropsmithError } from '../model/errors';
import type { Http } from '../network/http';
import { MeshyClient } from '../providers/meshy/client';
import { TripoClient } from '../providers/tripo/client';
import type { Connection } from './accountAccess';

/** What every client sends its requests with. */
export interface ClientTools {
	readonly http: Http;
	readonly log: Log;
	readonly userAgent: string;
}

/** Makes the clients of both services. All reject a base URL that is none with `baseUrlInvalid`. */
export class ServiceClients {
	constructor(private readonly tools: ClientTools) {}

	tripo(baseUrl: string, key: string): Connection {
		return { provider: new TripoClient(this.parts(baseUrl, key)), ...ownerOf(baseUrl, key) };
	}

	meshy(baseUrl: string, key: string): Connection {
		return { provider: new MeshyClient(this.parts(baseUrl, key)), ...ownerOf(baseUrl, key) };
	}

	private parts(baseUrl: string, key: string) {
		if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl))
			throw new PropsmithError('baseUrlInvalid', { detail: `“${baseUrl}”` });
		return { ...this.tools, clock: systemClock, random: Math.random, baseUrl, key };
	}
}

function ownerOf(baseUrl: string, key: string) {
	return { account: keyFingerprint(key), region: new URL(baseUrl).host };
}

/** Names a key without telling it. */
export function keyFingerprint(key: string): string {
	return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

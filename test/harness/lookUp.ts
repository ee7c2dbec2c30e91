const tries = 5;
const pauseMs = 200;

/**
 * What the sandbox answers to a GET of those who check a run, not of what is checked. Where no answer comes, they ask
 * again: a connection that is kept may end just when it is used.
 */
export async function lookUp(url: string, headers: Record<string, string> = {}): Promise<Buffer> {
	for (let left = tries; ; left--) {
		try {
			const response = await fetch(url, { headers });
			const body = Buffer.from(await response.arrayBuffer());
			if (response.ok) return body;
			throw new Refused(`${url}: ${response.status}`);
		} catch (error) {
			if (error instanceof Refused || left === 1) throw error;
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
}

/** The JSON that is answered to a look-up. */
export async function lookUpJson(url: string, headers?: Record<string, string>): Promise<unknown> {
	return JSON.parse((await lookUp(url, headers)).toString());
}

class Refused extends Error {}

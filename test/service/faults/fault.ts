/** A step of the sandbox's script, without the requests that it is for. */
export interface Step {
	readonly times: number | 'always';
	/** As the sandbox's README has it. */
	readonly action: unknown;
}

/** What goes wrong. */
export interface Fault {
	/** The service does not take the request. A function is asked when the job begins. */
	readonly action?: unknown;
	/** It takes the request, and only the answer goes wrong. */
	readonly taken?: unknown;
	/** Nobody listens: a socket is refused, so there is nothing for the sandbox to do. */
	readonly refused?: true;
	/** We do not wait for an answer for a minute, but only until the service has the request. */
	readonly impatient?: true;
	/** How far the service's clock is ahead of ours. */
	readonly skewSeconds?: number;
	/** The service asks for waits of this many ms, from and to, and gets them. */
	readonly asksFor?: readonly [from: number, to: number];
	/** In place of `action`: a script that goes on while the user retries. */
	readonly steps?: readonly Step[];
}

/** How often a fault that lasts strikes in a row, unless the job needs the user before. */
export const lasting = 12;

import type { Played } from './cell';

/**
 * Every fault at every operation. A fault strikes twelve times in a row, or until the job needs the user; then the
 * service is well again, and the job gets the help that its text offers. What a cell says is in `ends` below, or,
 * with a dash before it, in `leftOut`.
 */
export const faultTable = `
fault                         | upload | submit | taken  | poll   | balance | usage  | link   | download
connection refused            | waits  | waits  | -send  | rides  | credit  | look   | rides  | rides
connection reset              | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
no answer                     | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
408                           | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
425                           | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
429, no word why              | rides  | queues | -word  | rides  | credit  | look   | rides  | rides
429/1007                      | rides  | queues | -word  | rides  | credit  | look   | rides  | rides
429/1007, Retry-After         | rides  | queues | -word  | rides  | credit  | look   | rides  | rides
429/2000                      | waits  | queues | -word  | rides  | credit  | look   | rides  | rides
429/2000, Retry-After         | waits  | queues | -word  | rides  | credit  | look   | rides  | rides
500                           | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
502                           | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
503                           | waits  | away   | -word  | rides  | credit  | look   | rides  | rides
503, Retry-After              | waits  | away   | -word  | rides  | credit  | look   | rides  | rides
504                           | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
page with 200                 | waits  | asks   | found  | rides  | credit  | look   | rides  | notit
page with 502                 | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
page with 503                 | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
cut in mid-answer             | waits  | -taken | found  | rides  | credit  | look   | rides  | -cut
truncated JSON                | waits  | -taken | found  | rides  | credit  | look   | rides  | notit
malformed JSON                | waits  | asks   | found  | rides  | credit  | look   | rides  | notit
empty body                    | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
JSON without data             | waits  | asks   | found  | rides  | credit  | look   | rides  | notit
200, code 4242                | waits  | asks   | found  | rides  | credit  | look   | rides  | rides
200, code 2000                | waits  | queues | -word  | rides  | credit  | look   | rides  | rides
wrong task id                 | -id    | -taken | astray | rides  | -id     | look   | rides  | -id
a day ahead                   | rides  | rides  | found  | rides  | credit  | found  | rides  | rides
a day behind                  | rides  | rides  | found  | rides  | credit  | found  | rides  | rides
gzip unasked                  | rides  | rides  | found  | rides  | credit  | found  | rides  | rides
deflate unasked               | rides  | rides  | found  | rides  | credit  | found  | rides  | rides
br unasked                    | rides  | rides  | found  | rides  | credit  | found  | rides  | rides
429, date, a day ahead        | rides  | queues | -word  | rides  | credit  | look   | rides  | rides
429, date, a day behind       | rides  | queues | -word  | rides  | credit  | look   | rides  | rides
link dead ten times           | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
link dead in mid-stream       | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
cut each time, Range served   | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
cut once, Range ignored       | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
cut each time, Range ignored  | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
swapped after a cut           | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
swapped after each cut        | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
more bytes declared           | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
fewer bytes declared          | -file  | -file  | -file  | -file  | -file   | -file  | -file  | notit
part declared as all          | -file  | -file  | -file  | -file  | -file   | -file  | -file  | notit
drips                         | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
redirected on and on          | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
redirected nowhere            | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
all of it as a part           | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
no length                     | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
no length, cut here and there | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
no length, cut                | -file  | -file  | -file  | -file  | -file   | -file  | -file  | notit
damaged once                  | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
damaged each time             | -file  | -file  | -file  | -file  | -file   | -file  | -file  | notit
away for twelve Retry-Afters  | -file  | -file  | -file  | -file  | -file   | -file  | -file  | rides
`;

const once = { posts: 1, tasks: 1, charges: 1 };
/** Twelve that the service refused, and the one that it took. */
const thirteen = { posts: 13, tasks: 1, charges: 1 };

/** How jobs end. All are done in the end, and no cell has a second task or charge. */
export const ends: Readonly<Record<string, Played>> = {
	/** Nobody has to do anything: what keeps a paid file away is waited out. */
	rides: { way: 'done', ...once },
	/** It says that the service is away, and goes on by itself. */
	waits: { way: 'blocked serviceDown, done', ...once },
	/** The paid POST was certainly not taken, so it is sent again until it is. */
	queues: { way: 'done', ...thirteen },
	/** The same, but the job says meanwhile that the service is away. */
	away: { way: 'blocked serviceDown, done', ...thirteen },
	/** Whether the paid POST was taken is not known: it was, and the account's usage tells before anybody is asked. */
	found: { way: 'done', ...once },
	/** The same, but the usage can only be read when the user looks a second time. */
	look: { way: 'uncertain, look again, done', ...once },
	/** The same, but it was not taken: only the user sends it a second time. */
	asks: { way: 'uncertain, look again, uncertain, submit again, done', posts: 2, tasks: 1, charges: 1 },
	/** Refused for want of credits, it goes on by itself when the balance can be read and has some. */
	credit: { way: 'blocked creditsExhausted, done', posts: 2, tasks: 1, charges: 1 },
	/** What came, twice alike, is no whole model; nothing of it gets a name in the workspace. */
	notit: { way: 'blocked fileInvalid, retry, done', ...once },
	/** The service named another task: the job says that it may be charged, and never buys a second one. */
	astray: { way: 'blocked taskNotFound, retry, blocked taskNotFound', ...once },
};

/** Why some cells make no sense. */
export const leftOut: Readonly<Record<string, string>> = {
	send: 'what was not sent cannot be taken',
	taken: 'there is such an answer only when the request was taken',
	word: 'a service that says that it took nothing is believed: there is nothing else to go by',
	id: 'the answer names no task',
	cut: 'a model that is cut has rows of its own below',
	file: 'only files have links, ranges and lengths',
};

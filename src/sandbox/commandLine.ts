import { parseArgs } from 'node:util';
import { httpVariants } from './http/httpVariants';
import { tierNames } from './meshy/meshyAccount';
import { type SandboxOptions, settingsFrom } from './options';

const fileAuthorizations = httpVariants.fileAuthorization;

export const usage = `Usage: npm run sandbox -- [options]

  --port N                 port of the API on 127.0.0.1; 0 takes any free one (default 0)
  --speed N                simulated seconds of work per real second (default 1)
  --link-lifetime SECONDS  how long a download link lives, in real seconds (default 60)
  --seed N                 makes ids, durations and models repeatable
  --tripo-slots N          tasks that a Tripo account may have queued or running (default 10)
  --meshy-tier NAME        plan of Meshy's accounts (default pro):
                           ${tierNames.join(', ')}
  --file-authorization WORD
                           what the file host makes of an Authorization header on a download
                           (default ignored): ${fileAuthorizations.join(', ')}
  --files-origin ORIGIN    what links to files begin with, where clients reach the file host by another
                           name (default: where it listens)
  --help                   show this`;

/** Thrown for a command line that makes no sense; the message is for the person who typed it. */
export class UsageError extends Error {}

/** Reads the command line of the sandbox; `'help'` when it was asked for. */
export function optionsFrom(args: readonly string[]): SandboxOptions | 'help' {
	const values = asUsageError(() => valuesIn(args));
	if (values.help) return 'help';
	const text = (flag: string): string | undefined => {
		const value = values[flag];
		return typeof value === 'string' ? value : undefined;
	};
	const options: SandboxOptions = {
		port: numberIn('port', text('port')),
		speed: numberIn('speed', text('speed')),
		linkLifetimeSeconds: numberIn('link-lifetime', text('link-lifetime')),
		seed: numberIn('seed', text('seed')),
		tripoSlots: numberIn('tripo-slots', text('tripo-slots')),
		meshyTier: choiceIn('meshy-tier', text('meshy-tier'), tierNames),
		fileAuthorization: choiceIn('file-authorization', text('file-authorization'), fileAuthorizations),
		filesOrigin: text('files-origin'),
	};
	asUsageError(() => settingsFrom(options));
	return options;
}

function valuesIn(args: readonly string[]): Record<string, string | boolean | undefined> {
	const text = { type: 'string' } as const;
	const options = {
		port: text,
		speed: text,
		'link-lifetime': text,
		seed: text,
		'tripo-slots': text,
		'meshy-tier': text,
		'file-authorization': text,
		'files-origin': text,
		help: { type: 'boolean' },
	} as const;
	return parseArgs({ args: [...args], options }).values;
}

function asUsageError<Result>(read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function numberIn(flag: string, value: string | undefined): number | undefined {
	if (value !== undefined && (value.trim() === '' || Number.isNaN(Number(value))))
		throw new UsageError(`--${flag} needs a number, not '${value}'`);
	return value === undefined ? undefined : Number(value);
}

function choiceIn<Name extends string>(
	flag: string,
	value: string | undefined,
	names: readonly Name[],
): Name | undefined {
	const found = names.find((name) => name === value);
	if (value !== undefined && !found)
		throw new UsageError(`--${flag} must be one of ${names.join(', ')}, not '${value}'`);
	return found;
}

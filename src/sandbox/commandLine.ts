import { parseArgs } from 'node:util';
import { fileAuthorizations } from './http/variants';
import { tierNames } from './meshy/tiers';
import { type SandboxOptions, settingsFrom } from './options';

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
	const text = { type: 'string' } as const;
	let values: Record<string, string | boolean | undefined>;
	try {
		({ values } = parseArgs({
			args: [...args],
			options: {
				port: text,
				speed: text,
				'link-lifetime': text,
				seed: text,
				'tripo-slots': text,
				'meshy-tier': text,
				'file-authorization': text,
				'files-origin': text,
				help: { type: 'boolean' },
			},
		}));
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
	if (values.help) {
		return 'help';
	}
	const options: SandboxOptions = {
		...numbered('port', values, 'port'),
		...numbered('speed', values, 'speed'),
		...numbered('linkLifetimeSeconds', values, 'link-lifetime'),
		...numbered('seed', values, 'seed'),
		...numbered('tripoSlots', values, 'tripo-slots'),
		...named('meshyTier', values, 'meshy-tier', tierNames),
		...named('fileAuthorization', values, 'file-authorization', fileAuthorizations),
		...(typeof values['files-origin'] === 'string' ? { filesOrigin: values['files-origin'] } : {}),
	};
	try {
		settingsFrom(options);
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
	return options;
}

function named<Option extends keyof SandboxOptions, Name extends string>(
	option: Option,
	values: Record<string, string | boolean | undefined>,
	flag: string,
	names: readonly Name[],
): { [key in Option]?: Name } {
	const value = values[flag];
	if (typeof value !== 'string') {
		return {};
	}
	const found = names.find((name) => name === value);
	if (!found) {
		throw new UsageError(`--${flag} must be one of ${names.join(', ')}, not '${value}'`);
	}
	return { [option]: found } as { [key in Option]?: Name };
}

function numbered(
	name: keyof SandboxOptions,
	values: Record<string, string | boolean | undefined>,
	flag: string,
): Record<string, number> {
	const value = values[flag];
	if (typeof value !== 'string') {
		return {};
	}
	if (value.trim() === '' || Number.isNaN(Number(value))) {
		throw new UsageError(`--${flag} needs a number, not '${value}'`);
	}
	return { [name]: Number(value) };
}

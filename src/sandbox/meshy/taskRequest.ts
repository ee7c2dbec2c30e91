import type { World } from '../world';
import { invalid } from './refusal';
import { complaintAbout, type Rules } from './rules';
import type { Visit } from './visit';

type Body = Readonly<Record<string, unknown>>;

/** A request for a task: its fields, each of the form that it should have, and who sent it. */
export class TaskRequest {
	constructor(
		readonly world: World,
		readonly visit: Visit,
		readonly body: Body,
	) {}

	/**
	 * Checks every field by itself. Those that the call does not know are noted, and then not there: another call may
	 * know a field of that name. `null` counts as not sent.
	 */
	static read(world: World, visit: Visit, sent: Body, rules: Rules): TaskRequest {
		const given = Object.entries(sent).filter(([, value]) => value !== null);
		const known = given.filter(([name]) => Object.hasOwn(rules, name));
		visit.incoming.trail.ignored = given.map(([name]) => name).filter((name) => !Object.hasOwn(rules, name));
		for (const [name, value] of known) {
			const rule = rules[name];
			const complaint = rule && complaintAbout(value, rule);
			if (complaint) {
				throw invalid(name, complaint);
			}
		}
		return new TaskRequest(world, visit, Object.fromEntries(known));
	}

	has(name: string): boolean {
		return this.body[name] !== undefined;
	}

	flag(name: string, otherwise = false): boolean {
		const value = this.body[name];
		return typeof value === 'boolean' ? value : otherwise;
	}

	text(name: string): string | undefined {
		const value = this.body[name];
		return typeof value === 'string' ? value : undefined;
	}

	/** Text with something in it. */
	needText(name: string): string {
		const value = this.text(name);
		if (value === undefined || value.trim() === '') {
			throw invalid(name, 'is required');
		}
		return value;
	}

	number(name: string): number | undefined {
		const value = this.body[name];
		return typeof value === 'number' ? value : undefined;
	}

	list<T>(name: string): T[] | undefined {
		const value = this.body[name];
		return Array.isArray(value) ? (value as T[]) : undefined;
	}
}

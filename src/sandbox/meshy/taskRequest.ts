import type { SandboxContext } from '../context';
import { complaintAbout, type FieldRules } from '../http/fieldRules';
import type { MeshyProduct, ModelProduct } from './meshyProduct';
import { invalid, type MeshyRequestContext } from './meshyRefusal';
import type { MeshyTaskType } from './taskTypes';

type Body = Readonly<Record<string, unknown>>;

/** A request for a task: its fields, each of the form that it should have, and who sent it. */
export class TaskRequest {
	constructor(
		readonly context: SandboxContext,
		readonly requestContext: MeshyRequestContext,
		readonly body: Body,
	) {}

	/**
	 * Checks every field by itself. Those that the call does not know are noted, and then not there: another call may
	 * know a field of that name. `null` counts as not sent.
	 */
	static read(
		context: SandboxContext,
		requestContext: MeshyRequestContext,
		sent: Body,
		rules: FieldRules,
	): TaskRequest {
		const given = Object.entries(sent).filter(([, value]) => value !== null);
		const known = given.filter(([name]) => Object.hasOwn(rules, name));
		requestContext.incoming.log.ignored = given
			.map(([name]) => name)
			.filter((name) => !Object.hasOwn(rules, name));
		for (const [name, value] of known) {
			const rule = rules[name];
			const complaint = rule && complaintAbout(value, rule);
			if (complaint) throw invalid(name, complaint);
		}
		return new TaskRequest(context, requestContext, Object.fromEntries(known));
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
		if (value === undefined || value.trim() === '') throw invalid(name, 'is required');
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

/** A task that could be made: everything about it is in order but for room and money. */
export interface MeshyDraft {
	type: MeshyTaskType;
	product: MeshyProduct;
	/** Credits. */
	price: number;
	/** Typical seconds of work. */
	seconds: number;
	/** What the task repeats of its request. */
	echo?: Record<string, unknown>;
	/** Where magic words count. */
	texts?: readonly (string | undefined)[];
}

/** The files of a model, and the thumbnails that a request wants. */
export function modelProduct(
	request: TaskRequest,
	parts: Pick<ModelProduct, 'model' | 'formats' | 'quads' | 'maps'>,
): ModelProduct {
	return { kind: 'model', ...parts, alphaThumbnail: request.flag('alpha_thumbnail') };
}

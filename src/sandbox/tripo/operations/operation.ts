import type { Inputs } from '../inputs/inputs';
import type { Menu } from '../models';
import type { Result } from '../recipe';
import type { Request } from '../request';
import type { Parameters } from '../rules';
import type { Category, Ending, TaskType } from '../task';

/** What a request comes to. */
export interface Order {
	result: Result;
	/** Its words, for moderation; file names are known without. */
	says?: readonly string[];
	/** Parameters as the task shows them, where they are not just what was sent. */
	echo?: Readonly<Record<string, unknown>>;
	/** Why the task will fail although the request is taken. */
	doom?: Ending;
}

/** One call that makes a task. Its price, duration and sources are in tables of their own. */
export interface Operation {
	readonly type: TaskType;
	/** Below the base URL. */
	readonly path: string;
	readonly category: Category | ((family: string) => Category);
	readonly menu?: Menu;
	readonly parameters: Parameters;
	/** The parameter that is its seed. */
	readonly seed?: 'model_seed' | 'texture_seed';
	/** Checks what joins several fields and finds the inputs. Throws the `Refusal` of what is not in order. */
	order(request: Request, inputs: Inputs): Promise<Order> | Order;
}

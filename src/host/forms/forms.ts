import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import { assetName } from '../../core/assets/naming';
import type { ProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import type { Order } from '../../core/presets/order';
import type { JobHandle } from '../api';
import type { Generation } from '../generation';
import { askForFolder, type Placing } from '../placement';
import { Form, type FormStart, type FormTools } from './form';
import type { PlanDraft } from './planDraft';
import { mostViews } from './viewGuess';

/** A form with what belongs to it: where the results go, and how they are called together. */
export interface FormCall extends FormStart, Placing {
	/** The account; the chosen one when absent. */
	readonly provider?: ProviderId;
	/** What several jobs are called together; the prompt or name of the first when absent. */
	readonly groupTitle?: string | undefined;
	/** Ask before it starts even where the sum is small. */
	readonly alwaysConfirm?: boolean;
}

/** Asks the user for what is to be made, and starts it. */
export class Forms {
	constructor(
		private readonly generation: Generation,
		private readonly accounts: AccountDirectory,
		private readonly ensureAccount: () => Promise<boolean>,
		private readonly tools: FormTools,
	) {}

	/** Undefined when the user leaves; then nothing has happened. */
	async run(call: FormCall): Promise<JobHandle | undefined> {
		if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
		const provider = call.provider ?? (await this.account());
		const draft = provider && (await new Form(this.tools, provider, call).fill());
		if (!draft) return undefined;
		const placed = draft.orders.map((order) => ({ ...order, ...placingOf(call, order) }));
		const isPlaced = placed.every((order) => this.generation.folderOf(order) !== undefined);
		const folder = isPlaced ? call.folder : await askForFolder();
		if (!isPlaced && !folder) return undefined;
		const orders = placed.map((order) => ({ ...order, folder }));
		const things = orders.length * (draft.plan.count ?? 1);
		const handle = await this.generation.start(orders, {
			alwaysConfirm: call.alwaysConfirm ?? things > mostViews,
			title: (orders.length > 1 ? call.groupTitle : undefined) ?? titleOf(draft),
		});
		await this.remember(draft);
		return handle;
	}

	private async account(): Promise<ProviderId | undefined> {
		return (await this.ensureAccount()) ? this.accounts.current() : undefined;
	}

	/** A number of variants is asked anew each time: nobody wants ten because they wanted ten last week. */
	private async remember({ plan, occasion }: PlanDraft): Promise<void> {
		const { count: _, ...kept } = plan;
		const prompt = occasion.things.length === 1 ? occasion.things[0]?.prompt : undefined;
		const choice = prompt === undefined ? { plan: kept } : { plan: kept, prompt };
		await this.tools.memory.remember(occasion.provider, occasion.operation, choice);
	}
}

function placingOf({ folder, name, resource }: Placing, order: Order): Placing {
	return { folder, name: name ?? order.name, resource };
}

/** What is made, in the user's own words; such as “4 × stone well”. */
function titleOf({ plan, orders, occasion }: PlanDraft): string {
	const [first] = orders;
	const thing = occasion.things[0]?.prompt ?? (first ? assetName(first.request) : '');
	return plan.count && plan.count > 1 ? `${plan.count} × ${thing}` : thing;
}

import * as vscode from 'vscode';
import type { AccountDirectory } from '../../core/accounts/accountDirectory';
import { assetName } from '../../core/assets/naming';
import type { PlanDraft } from '../../core/jobs/drafts/planDraft';
import type { ProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { mostViews } from '../../core/presets/viewGuess';
import type { JobHandle } from '../api';
import { askForFolder } from '../assetFolder';
import type { GenerateService } from '../generateService';
import { Form, type FormOptions, type FormTools } from './form';

/** Asks the user for what is to be made, and starts it. */
export class Forms {
	constructor(
		private readonly generateService: GenerateService,
		private readonly accounts: AccountDirectory,
		private readonly ensureAccount: () => Promise<boolean>,
		private readonly tools: FormTools,
	) {}

	/** Undefined when the user leaves; then nothing has happened. */
	async run(options: FormOptions): Promise<JobHandle | undefined> {
		if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
		const { initial, folder = initial?.folder, name, resource } = options;
		const provider = options.provider ?? initial?.provider ?? (await this.account());
		const draft = provider && (await new Form(this.tools, provider, options).fill());
		if (!draft) return undefined;
		const placed = draft.requests.map((request) =>
			this.generateService.placed({ ...request, folder, name: name ?? request.name }, resource),
		);
		const isPlaced = placed.every((request) => request.folder !== undefined);
		const chosen = isPlaced ? undefined : await askForFolder();
		if (!isPlaced && !chosen) return undefined;
		const requests = chosen ? placed.map((request) => ({ ...request, folder: chosen })) : placed;
		const count = requests.length * (draft.plan.count ?? 1);
		const handle = await this.generateService.start(requests, {
			alwaysConfirm: options.alwaysConfirm ?? count > mostViews,
			title: (requests.length > 1 ? options.groupTitle : undefined) ?? titleOf(draft),
		});
		await this.remember(draft);
		return handle;
	}

	private async account(): Promise<ProviderId | undefined> {
		return (await this.ensureAccount()) ? this.accounts.current() : undefined;
	}

	/** A number of variants is asked anew each time: nobody wants ten because they wanted ten last week. */
	private async remember({ plan, target }: PlanDraft): Promise<void> {
		const { count: _, ...kept } = plan;
		const prompt = target.inputs.length === 1 ? target.inputs[0]?.prompt : undefined;
		const choice = prompt === undefined ? { plan: kept } : { plan: kept, prompt };
		await this.tools.memory.remember(target.provider, target.operation, choice);
	}
}

/** What is made, in the user's own words; such as “4 × stone well”. */
function titleOf({ plan, requests, target }: PlanDraft): string {
	const [first] = requests;
	const thing = target.inputs[0]?.prompt ?? (first ? assetName(first) : '');
	return plan.count && plan.count > 1 ? `${plan.count} × ${thing}` : thing;
}

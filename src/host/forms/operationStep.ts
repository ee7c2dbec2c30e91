import type { ProviderId } from '../../core/model/account';
import type { Inputs } from '../../core/model/generateRequest';
import type { Operation } from '../../core/model/request';
import { completed } from '../../core/providers/catalogue/complete';
import { estimateOf } from '../../core/providers/catalogue/price';
import { specOf } from '../../core/providers/catalogues';
import { formatQuote } from './formatQuote';
import { type Answer, heading, type PickItem, type Position, pickStep } from './steps';

/** Chooses what shall be done, with what it costs as it is usually done. */
export function operationStep(
	position: Position,
	provider: ProviderId,
	operations: readonly Operation[],
	options: { placeholder: string; inputs?: Inputs },
): Promise<Answer<Operation>> {
	const item = (operation: Operation): PickItem<Operation> => {
		const { title, detail } = specOf(provider, operation);
		const description = usualPrice(provider, operation, options.inputs);
		return { label: title, description, detail, value: operation };
	};
	const goesOn = (operation: Operation): boolean =>
		specOf(provider, operation).inputs.source?.required ?? false;
	const fresh = operations.filter((operation) => !goesOn(operation)).map(item);
	const further = operations.filter(goesOn).map(item);
	const headed = fresh.length > 0 && further.length > 0;
	return pickStep<Operation>(
		position,
		[...fresh, ...(headed ? [heading('Go on from a result')] : []), ...further],
		{ placeholder: options.placeholder },
	);
}

/** As far as it depends on the operation alone: what is still to be asked may change it. */
function usualPrice(provider: ProviderId, operation: Operation, inputs: Inputs = {}): string {
	const spec = specOf(provider, operation);
	const request = completed(spec, { operation, ...inputs, options: {} });
	const credits = estimateOf(spec, request);
	const quote = { credits: credits ?? 0, unpriced: credits === undefined ? 1 : 0, seconds: spec.seconds };
	return formatQuote(quote, provider);
}

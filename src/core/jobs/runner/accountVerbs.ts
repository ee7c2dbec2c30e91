import { PropsmithError } from '../../model/errors';
import { inTime } from '../../network/inTime';
import { adoptable } from './adopt';
import type { Handlers } from './verbHandlers';
import type { AccountVerbs } from './verbs';

export const accountVerbs: Handlers<keyof AccountVerbs> = {
	async setPaused({ pauses, runner }, provider, paused) {
		await pauses.set(provider, paused);
		runner.pauseChanged(provider);
	},

	async motions({ jobs: { accounts }, stopping }, provider) {
		const { provider: service } = await accounts.connect(provider);
		const motions = service.motions?.bind(service);
		if (!motions)
			throw new PropsmithError('requestInvalid', { detail: `${provider} has no library of motions` });
		return inTime((signal) => motions({}, signal), stopping);
	},

	async balance({ jobs: { accounts }, stopping }, provider) {
		const { provider: service, account } = await accounts.connect(provider);
		return { ...(await inTime((signal) => service.balance(signal), stopping)), account };
	},

	async history({ jobs, stopping }, provider) {
		return adoptable(jobs, provider, stopping);
	},

	async turn({ runner }, provider) {
		await runner.turn(provider);
	},
};

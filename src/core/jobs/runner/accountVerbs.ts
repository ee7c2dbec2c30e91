import type { Handlers } from './verbHandlers';
import type { AccountVerbs } from './verbs';

export const accountVerbs: Handlers<keyof AccountVerbs> = {
	setPaused: ({ accounts }, provider, paused) => accounts.of(provider).setPaused(paused),
	motions: ({ accounts }, provider) => accounts.of(provider).motions(),
	balance: ({ accounts }, provider) => accounts.of(provider).balance(),
	history: ({ accounts }, provider) => accounts.of(provider).history(),
	turn: ({ accounts }, provider) => accounts.of(provider).turn(),
};

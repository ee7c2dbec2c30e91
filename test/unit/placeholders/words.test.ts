import assert from 'node:assert/strict';
import { kindOf } from '../../../src/placeholders/modelFromPrompt';

const table: readonly (readonly [prompt: string, kind: string])[] = [
	['weathered oak barrel', 'barrel'],
	['a barrel of apples', 'barrel'],
	['two wooden crates', 'crate'],
	['treasure chest full of gold coins', 'chest'],
	['chest with a skull on the lid', 'chest'],
	['Excalibur, the legendary sword in a stone', 'sword'],
	['crystal sword', 'sword'],
	['a knight with a sword and a shield', 'knight'],
	["knight's sword", 'sword'],
	['battle axes', 'axe'],
	['round viking shield', 'shield'],
	['palm tree', 'palm tree'],
	['tall pine tree covered with snow', 'fir tree'],
	['a lonely pine', 'fir tree'],
	['pine table', 'table'],
	['oak', 'tree'],
	['dead old oak tree', 'dead tree'],
	['tree stump', 'log'],
	['mossy stone', 'rock'],
	['stone bridge', 'bridge'],
	['castle', 'castle'],
	['castle stone wall', 'wall'],
	['wizard tower', 'tower'],
	['an old wizard', 'wizard'],
	['lamp post', 'street lamp'],
	['lamp', 'lamp'],
	['bookshelves', 'bookshelf'],
	['health potion', 'bottle'],
	['red mushrooms', 'mushroom'],
	['a rose', 'flower'],
	['amethyst', 'gem'],
	['ruby ring', 'ring'],
	['low poly game-ready horse', 'horse'],
	['three wolves', 'dog'],
	['cute little cat sitting on a chair', 'cat'],
	['pirate ship', 'boat'],
	['spaceship', 'spaceship'],
	['sign saying "tavern"', 'sign'],
	['tombstone', 'gravestone'],
	['warrior zombie', 'zombie'],
	['flux capacitor', 'block'],
	['木の樽', 'block'],
	['', 'block'],
];

describe('words of a prompt', () => {
	for (const [prompt, kind] of table) {
		it(`"${prompt}" is a ${kind}`, () => assert.equal(kindOf(prompt).name, kind));
	}
});

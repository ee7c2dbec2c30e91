/**
 * The file tokens that a recipe starts from, wherever in it they are: those of its parts whose `from` is this word.
 */
export function* tokensFrom(word: string, recipe: unknown): Generator<string> {
	if (typeof recipe !== 'object' || recipe === null) {
		return;
	}
	if ('from' in recipe && recipe.from === word && 'token' in recipe) {
		yield String(recipe.token);
	}
	for (const inner of Object.values(recipe)) {
		yield* tokensFrom(word, inner);
	}
}

/** Items in groups by a key, groups and items in the order of their coming. */
export function groupBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}

/** The numbers below `count` in groups: those of a pair are in one group, and so are theirs. */
export function joinPairs(count: number, pairs: Iterable<readonly [number, number]>): number[][] {
	const parents = Array.from({ length: count }, (_, index) => index);
	const root = (of: number): number => {
		let at = of;
		while (parents[at] !== at) {
			parents[at] = parents[parents[at] ?? at] ?? at;
			at = parents[at] ?? at;
		}
		return at;
	};
	for (const [one, other] of pairs) parents[root(one)] = root(other);
	return [...groupBy(parents.keys(), root).values()];
}

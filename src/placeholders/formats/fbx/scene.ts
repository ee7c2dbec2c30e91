import { type FbxNode, node, nodes, objectName } from './node';

/** The scene itself, on which everything hangs that hangs on nothing else. */
export const sceneRoot = 0n;

/** Objects of an FBX file and how they hang together. Ids count up, so that the same scene gives the same file. */
export class FbxScene {
	readonly objects: FbxNode[] = [];
	readonly connections: FbxNode[] = [];
	private nextId = 1_000_000n;

	/** Adds an object and gives its id. `type` is the node's name, `kind` what stands behind the object's own name. */
	add(type: string, name: string, kind: string, subtype: string, children: readonly FbxNode[]): bigint {
		const id = this.nextId++;
		this.objects.push(node(type, [id, objectName(name, kind), subtype], children));
		return id;
	}

	/** Hangs one object on another, on one of its properties if that is named. */
	connect(child: bigint, parent: bigint, property?: string): void {
		const values = property === undefined ? ['OO', child, parent] : ['OP', child, parent, property];
		this.connections.push(node('C', values));
	}

	/** What kinds of objects there are and how many: readers make room after it. */
	definitions(): FbxNode[] {
		const counts = new Map([['GlobalSettings', 1]]);
		for (const { name } of this.objects) counts.set(name, (counts.get(name) ?? 0) + 1);
		const types = [...counts].map(([type, count]) => node('ObjectType', [type], nodes({ Count: count })));
		const head = nodes({ Version: 100, Count: this.objects.length + 1 });
		return [...head, ...types];
	}
}

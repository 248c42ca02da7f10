/**
 * The rings in a graph of prerequisites, each once, beginning with its alphabetically first member.
 * @param needs exercise id → the ids it waits for
 */
export function prerequisiteCycles(needs: ReadonlyMap<string, readonly string[]>): string[][] {
	const cycles = new Map<string, string[]>();
	const finished = new Set<string>();
	const trail: string[] = [];
	const onTrail = new Set<string>();

	function visit(id: string): void {
		if (onTrail.has(id)) {
			const ring = trail.slice(trail.indexOf(id));
			const first = ring.indexOf([...ring].sort()[0] ?? id);
			const turned = [...ring.slice(first), ...ring.slice(0, first)];
			cycles.set(turned.join(' '), turned);
		}
		if (onTrail.has(id) || finished.has(id)) return;
		trail.push(id);
		onTrail.add(id);
		for (const other of needs.get(id) ?? []) visit(other);
		trail.pop();
		onTrail.delete(id);
		finished.add(id);
	}

	for (const id of [...needs.keys()].sort()) visit(id);
	return [...cycles.values()];
}

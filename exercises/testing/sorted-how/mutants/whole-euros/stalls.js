export function cheapestFirst(stalls) {
	return [...stalls].sort(
		(a, b) => Math.floor(a.price) - Math.floor(b.price) || a.name.localeCompare(b.name, "fr")
	);
}

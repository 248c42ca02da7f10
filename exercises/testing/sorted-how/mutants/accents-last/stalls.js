export function cheapestFirst(stalls) {
	return [...stalls].sort((a, b) => a.price - b.price || (a.name < b.name ? -1 : 1));
}

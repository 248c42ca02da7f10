export function cheapestFirst(stalls) {
	return [...stalls].sort(
		(a, b) => String(a.price).localeCompare(String(b.price)) || a.name.localeCompare(b.name, "fr")
	);
}

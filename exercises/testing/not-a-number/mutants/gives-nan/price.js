export function readPrice(text) {
	const typed = text.trim().replace(",", ".");
	if (typed === "") return null;
	const price = Number(typed);
	return price;
}

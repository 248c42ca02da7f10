export function readPrice(text) {
	const typed = text.trim().replace(",", ".");
	if (typed === "") return null;
	const price = parseFloat(typed);
	if (Number.isNaN(price)) return null;
	return price;
}

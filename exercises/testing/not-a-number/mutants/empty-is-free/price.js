export function readPrice(text) {
	const typed = text.trim().replace(",", ".");
	const price = Number(typed);
	if (Number.isNaN(price)) return null;
	return price;
}

export function rent(days, member) {
	let price = days * 3;
	if (price > 15) price = 15;
	if (member) price = price - 2;
	return price;
}

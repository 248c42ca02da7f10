export function rent(days, member) {
	let price = days * 3;
	if (member) price = price - 2;
	return price;
}

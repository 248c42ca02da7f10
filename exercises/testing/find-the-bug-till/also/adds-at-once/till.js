const prices = { coffee: 2, soup: 5, cake: 3 };

export function total(order) {
	let euros = 0;
	for (const line of order) {
		euros += line.count * prices[line.item];
	}
	return euros;
}

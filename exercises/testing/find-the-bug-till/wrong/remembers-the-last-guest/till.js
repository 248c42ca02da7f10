const prices = { coffee: 2, soup: 5, cake: 3 };
const counts = { coffee: 0, soup: 0, cake: 0 };

export function total(order) {
	for (const line of order) {
		counts[line.item] += line.count;
	}
	let euros = 0;
	for (const item of Object.keys(counts)) {
		euros += counts[item] * prices[item];
	}
	return euros;
}

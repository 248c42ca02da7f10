const prices = { coffee: 2, soup: 5, cake: 3 };

export function total(order) {
	const counts = {};
	for (const line of order) {
		if (line.item in counts) {
			counts[line.item] += line.count;
		} else {
			counts[line.item] = line.count;
		}
	}
	let euros = 0;
	for (const item of Object.keys(counts)) {
		euros += counts[item] * prices[item];
	}
	return euros;
}

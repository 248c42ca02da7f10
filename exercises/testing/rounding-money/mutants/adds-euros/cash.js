export function cashTotal(prices) {
	let total = 0;
	for (const price of prices) {
		total = total + price;
	}
	return Math.round(total / 0.05) * 0.05;
}

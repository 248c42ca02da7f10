export function cashTotal(prices) {
	let cents = 0;
	for (const price of prices) {
		cents = cents + Math.round(Math.round(price * 100) / 5) * 5;
	}
	return cents / 100;
}

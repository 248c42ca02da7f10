export function cashTotal(prices) {
	let cents = 0;
	for (const price of prices) {
		cents = cents + Math.round(price * 100);
	}
	return (Math.floor((cents + 3) / 5) * 5) / 100;
}

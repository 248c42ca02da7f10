export function lowestPrice(prices) {
	let lowest = prices[0];
	for (let i = 1; i < prices.length; i++) {
		if (prices[i] < prices[i - 1]) {
			lowest = prices[i];
		}
	}
	return lowest;
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

export function lowestPrice(prices) {
	let lowest = prices[0];
	if (prices[1] < lowest) {
		lowest = prices[1];
	}
	if (prices[2] < lowest) {
		lowest = prices[2];
	}
	return lowest;
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

export function lowestPrice(prices) {
	let lowest = prices[0];
	for (const price of prices) {
		if (price < lowest) {
			return price;
		}
	}
	return lowest;
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

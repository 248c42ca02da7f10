export function lowestPrice(prices) {
	let lowest = 100;
	for (const price of prices) {
		if (price < lowest) {
			lowest = price;
		}
	}
	return lowest;
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

export function lowestPrice(prices) {
	let lowest = prices[0];

	return lowest;
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

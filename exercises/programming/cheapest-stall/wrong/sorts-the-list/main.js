export function lowestPrice(prices) {
	prices.sort((a, b) => a - b);
	return prices[0];
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

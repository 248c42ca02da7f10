export function lowestPrice(prices) {
	return Math.min(...prices);
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

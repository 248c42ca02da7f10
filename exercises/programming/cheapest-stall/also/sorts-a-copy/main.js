export function lowestPrice(prices) {
	const sorted = [...prices].sort((a, b) => a - b);
	return sorted[0];
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

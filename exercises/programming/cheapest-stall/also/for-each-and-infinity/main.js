export function lowestPrice(prices) {
	let lowest = Infinity;
	prices.forEach((price) => {
		if (lowest > price) lowest = price;
	});
	console.log("lowest: " + lowest);
	return lowest;
}

console.log(lowestPrice([3.5, 2.2, 2.8]));

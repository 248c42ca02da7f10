export function isCheap(price) {
	return !(price > 50);
}

export function within(prices, budget) {
	function fits(price) {
		return price <= budget;
	}
	const kept = prices.filter(fits);
	return kept;
}

console.log(isCheap(35));
console.log(within([80, 35, 60, 120], 60));

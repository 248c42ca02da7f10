export const isCheap = (price) => price <= 50;

export function within(prices, budget) {
	return prices.filter((price) => price <= budget);
}

console.log(isCheap(35));
console.log(within([80, 35, 60, 120], 60));

export const isCheap = (price) => price <= 50;

export function within(prices, budget) {
	prices.filter((price) => price <= budget);
	return prices;
}

console.log(isCheap(35));
console.log(within([80, 35, 60, 120], 60));

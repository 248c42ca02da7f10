export const isCheap = (price) => price <= 50;

export function within(prices, budget) {
	for (let place = prices.length - 1; place >= 0; place--) {
		if (prices[place] > budget) {
			prices.splice(place, 1);
		}
	}
	return prices;
}

console.log(isCheap(35));
console.log(within([80, 35, 60, 120], 60));

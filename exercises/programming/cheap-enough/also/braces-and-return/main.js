export const isCheap = (price) => {
	return price < 51;
};

export const within = (prices, budget) =>
	prices.filter((price) => {
		return budget >= price;
	});

console.log(isCheap(35));
console.log(within([80, 35, 60, 120], 60));

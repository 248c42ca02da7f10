import { prices } from './prices.js';

function total(parts) {
	let bill = 0;
	parts.forEach((part) => {
		const price = prices[part];
		bill = bill + price;
	});
	return bill;
}

export { total };

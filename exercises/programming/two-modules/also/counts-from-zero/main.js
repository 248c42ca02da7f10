import { prices } from './prices.js';

export function total(parts) {
	let sum = 0;
	for (let i = 0; i < parts.length; i++) {
		sum += prices[parts[i]];
	}
	return sum;
}

console.log(total(['battery', 'cable']));

import { prices } from './prices.js';

export const total = (parts) => parts.reduce((sum, part) => sum + prices[part], 0);

console.log(`Total: ${total(['battery', 'cable'])}`);

export function printPrice(pages, colour, card) {
	const free = card && pages > 5 ? 5 : 0;
	const cents = (pages - free) * (colour ? 30 : 10);
	return Math.min(cents, 500) / 100;
}

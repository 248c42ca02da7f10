export function printPrice(pages, colour, card) {
	const free = card ? Math.min(pages, 5) : 0;
	const cents = (pages - free) * (colour ? 30 : 10);
	return cents / 100;
}

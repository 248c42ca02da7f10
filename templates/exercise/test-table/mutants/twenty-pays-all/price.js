export function priceOf(copies, colour) {
	const each = colour ? 0.5 : 0.1;
	const full = copies * each;
	return copies > 20 ? full / 2 : full;
}

export function priceOf(copies, colour) {
	const each = 0.1;
	const full = copies * each;
	return copies >= 20 ? full / 2 : full;
}

export function price(age, day) {
	const full = 8;
	return day === "monday" ? full - 2 : full;
}

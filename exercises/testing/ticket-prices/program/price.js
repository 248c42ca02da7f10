export function price(age, day) {
	const full = age < 12 ? 4 : 8;
	return day === "monday" ? full - 2 : full;
}

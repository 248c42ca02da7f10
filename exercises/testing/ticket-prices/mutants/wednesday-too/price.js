export function price(age, day) {
	const full = age < 12 ? 4 : 8;
	return day === "monday" || day === "wednesday" ? full - 2 : full;
}

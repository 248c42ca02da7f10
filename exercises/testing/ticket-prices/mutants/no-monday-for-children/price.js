export function price(age, day) {
	const full = age < 12 ? 4 : 8;
	return day === "monday" && age >= 12 ? full - 2 : full;
}

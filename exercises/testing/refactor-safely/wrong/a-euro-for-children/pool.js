export function price(age, resident) {
	const young = age < 18 || age >= 65;
	const full = age < 6 ? 0 : young ? 3 : 8;
	return resident ? full - 1 : full;
}

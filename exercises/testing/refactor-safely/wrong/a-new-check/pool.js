export function price(age, resident) {
	if (age >= 0 && age < 6) return 0;
	const full = age < 18 || age >= 65 ? 3 : 8;
	return resident ? full - 1 : full;
}

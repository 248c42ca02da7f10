export function priceFor(age) {
	if (age < 6) return 0;
	if (age >= 65) return 1.3;
	return 2.6;
}

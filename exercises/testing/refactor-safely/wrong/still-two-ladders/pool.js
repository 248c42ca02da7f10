export function price(age, resident) {
	if (resident) {
		if (age < 6) return 0;
		if (age < 18) return 2;
		if (age < 65) return 7;
		return 2;
	}
	if (age < 6) return 0;
	if (age < 18) return 3;
	if (age < 65) return 8;
	return 3;
}

export function poolPrice(age, resident) {
	if (age <= 4) return 0;
	if (age < 18 && resident) return 2;
	if (age < 18) return 3;
	if (resident) return 4;
	return 6;
}

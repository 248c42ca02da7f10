export function rinkPrice(age) {
	if (age <= 4) return 0;
	if (age < 13) return 4;
	if (age >= 65) return 5;
	return 8;
}

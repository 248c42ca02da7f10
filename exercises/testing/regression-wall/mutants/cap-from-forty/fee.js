export function lateFee(days) {
	if (days <= 3) {
		return 0;
	}
	if (days >= 40) {
		return 10;
	}
	return days * 0.5;
}

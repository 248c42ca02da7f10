export function lateFee(days) {
	if (days <= 3) {
		return 0;
	}
	return days * 0.5;
}

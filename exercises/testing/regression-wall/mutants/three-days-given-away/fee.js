export function lateFee(days) {
	if (days <= 3) {
		return 0;
	}
	return Math.min((days - 3) * 0.5, 10);
}

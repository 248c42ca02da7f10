export function lateFee(days) {
	if (days >= 0 && days <= 3) {
		return 0;
	}
	return Math.min(days * 0.5, 10);
}

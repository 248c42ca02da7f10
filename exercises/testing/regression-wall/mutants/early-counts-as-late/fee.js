export function lateFee(days) {
	const late = Math.abs(days);
	if (late <= 3) {
		return 0;
	}
	return Math.min(late * 0.5, 10);
}

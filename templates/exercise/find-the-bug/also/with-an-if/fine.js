export function fineFor(daysLate) {
	if (daysLate <= 0) return 0;
	if (daysLate > 10) return 10;
	return daysLate;
}

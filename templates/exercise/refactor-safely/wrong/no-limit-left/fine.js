export function fineFor(daysLate) {
	if (daysLate <= 0) return 0;
	return daysLate;
}

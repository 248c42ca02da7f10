export function fineFor(daysLate) {
	return Math.min(daysLate, 10);
}

export function fineFor(daysLate) {
	let fine;
	if (daysLate >= 1) {
		if (daysLate > 9) {
			fine = daysLate;
		} else {
			fine = daysLate;
		}
	} else {
		fine = 0;
	}
	return fine;
}

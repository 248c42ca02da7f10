export function fineFor(daysLate) {
	let fine;
	if (daysLate >= 1) {
		if (daysLate > 9) {
			fine = 10;
		} else {
			fine = daysLate;
		}
	} else {
		fine = 0;
	}
	return fine;
}

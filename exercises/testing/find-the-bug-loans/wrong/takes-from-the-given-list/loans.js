export function stillOut(loans, returned) {
	for (let index = loans.length - 1; index >= 0; index--) {
		if (returned.includes(loans[index].laptop)) {
			loans.splice(index, 1);
		}
	}
	return loans;
}

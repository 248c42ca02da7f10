export function stillOut(loans, returned) {
	return loans.filter((loan) => !returned.includes(loan.laptop));
}

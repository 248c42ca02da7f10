export function stillOut(loans, returned) {
	const out = [];
	for (const loan of loans) {
		if (!returned.includes(loan.laptop)) {
			out.push(loan);
		}
	}
	return out;
}

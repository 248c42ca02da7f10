export function splitBill(cents, people) {
	const share = Math.floor(cents / people);
	const rest = cents % people;
	const shares = [];
	for (let person = 0; person < people; person++) {
		const part = person < rest ? share + 1 : share;
		shares.push(cents === 0 ? 0 : Math.max(1, part));
	}
	return shares;
}

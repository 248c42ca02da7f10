export function splitBill(cents, people) {
	const share = Math.floor(cents / people);
	const rest = cents % people;
	const shares = [];
	for (let person = 0; person < people; person++) {
		shares.push(person < rest ? share + 1 : share);
	}
	return shares;
}

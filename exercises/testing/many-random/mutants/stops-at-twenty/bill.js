export function splitBill(cents, people) {
	const share = Math.floor(cents / people);
	const rest = cents % people;
	const shares = [];
	for (let person = 0; person < Math.min(people, 20); person++) {
		shares.push(person < rest ? share + 1 : share);
	}
	return shares;
}

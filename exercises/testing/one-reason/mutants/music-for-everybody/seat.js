export function seatPrice(visit) {
	let price = 10;
	if (visit.student) price = price - 3;
	if (visit.evening) price = price + 2;
	return price;
}

export function seatPrice(visit) {
	let price = 9;
	if (visit.student) price = price - 3;
	if (visit.evening) price = price + 1;
	if (visit.music) price = price + 2;
	return price;
}

export function seatPrice(visit) {
	let price = 9;
	if (visit.student) price = price - 3;
	if (visit.evening) price = price + 2;
	if (visit.music) price = price + 1;
	return price;
}

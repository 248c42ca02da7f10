export function seatPrice(visit) {
	let price = 9;
	return price;
}

export function ticketPrice(age) {
	let price = 0;

	return price;
}

console.log(ticketPrice(30));

export function ticketPrice(age) {
	let price = 0;

	if (age >= 65) {
		price = 1;
	} else if (age >= 12) {
		price = 2.50;
	}

	return price;
}

console.log(ticketPrice(30));

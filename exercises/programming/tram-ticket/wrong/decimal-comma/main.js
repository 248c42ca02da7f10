export function ticketPrice(age) {
	let price = 0;

	if (age < 12) {
		price = 0;
	} else if (age >= 65) {
		price = 1;
	} else {
		price = 2,5;
	}

	return price;
}

console.log(ticketPrice(30));

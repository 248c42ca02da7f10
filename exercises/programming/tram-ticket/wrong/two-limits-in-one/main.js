export function ticketPrice(age) {
	let price = 0;

	if (age < 12) {
		price = 0;
	} else if (12 <= age <= 64) {
		price = 2.5;
	} else {
		price = 1;
	}

	return price;
}

console.log(ticketPrice(30));

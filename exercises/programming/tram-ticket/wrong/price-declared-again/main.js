export function ticketPrice(age) {
	let price = 0;

	if (age < 12) {
		let price = 0;
	} else if (age >= 65) {
		let price = 1;
	} else {
		let price = 2.5;
	}

	return price;
}

console.log(ticketPrice(30));

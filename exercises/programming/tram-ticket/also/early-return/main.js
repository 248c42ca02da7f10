export function ticketPrice(age) {
	if (age < 12) {
		return 0;
	}
	if (age >= 65) {
		return 1;
	}
	return 2.5;
}

console.log(ticketPrice(8));
console.log(ticketPrice(70));

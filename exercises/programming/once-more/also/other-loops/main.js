export function poolPrice(age) {
	let price = 5;

	if (age < 18) {
		price = 2;
	}

	return price;
}

export function isLunch(hour) {
	return hour >= 12 && hour < 14;
}

export function countUp(last) {
	let number = 1;

	while (number <= last) {
		console.log(number);
		number = number + 1;
	}
}

export function kilometres(days) {
	return days * (days + 1);
}

export function twice(word) {
	return word + ", " + word;
}

console.log(poolPrice(30));
console.log(isLunch(12));
countUp(3);
console.log(kilometres(3));
console.log(twice("Kiwi"));

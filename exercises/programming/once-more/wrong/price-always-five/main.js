export function poolPrice(age) {
	let price = 2;

	if (age < 18) {
		price = 2;
	}
	price = 5;

	return price;
}

export function isLunch(hour) {
	return hour >= 12 && hour < 14;
}

export function countUp(last) {
	for (let number = 1; number <= last; number++) {
		console.log(number);
	}
}

export function kilometres(days) {
	let total = 0;

	for (let day = 1; day <= days; day++) {
		total = total + 2 * day;
	}

	return total;
}

export function twice(word) {
	return word + ", " + word;
}

console.log(poolPrice(30));
console.log(isLunch(12));
countUp(3);
console.log(kilometres(3));
console.log(twice("Kiwi"));

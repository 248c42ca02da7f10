export function poolPrice(age) {
	let price = 0;

	return price;
}

export function isLunch(hour) {
	return false;
}

export function countUp(last) {
	console.log(last);
}

export function kilometres(days) {
	let total = 0;

	return total;
}

export function twice(word) {
	return word;
}

console.log(poolPrice(30));
console.log(isLunch(12));
countUp(3);
console.log(kilometres(3));
console.log(twice("Kiwi"));

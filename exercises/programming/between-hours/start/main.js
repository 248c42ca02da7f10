export function isOpen(hour) {
	return hour >= 9;
}

console.log(isOpen(10));

export function isOpen(hour) {
	return 9 <= hour < 12;
}

console.log(isOpen(10));

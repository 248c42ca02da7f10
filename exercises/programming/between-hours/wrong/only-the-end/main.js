export function isOpen(hour) {
	return hour < 12;
}

console.log(isOpen(10));

export function isOpen(hour) {
	return hour > 9 && hour < 12;
}

console.log(isOpen(10));

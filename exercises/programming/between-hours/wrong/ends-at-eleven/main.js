export function isOpen(hour) {
	return hour >= 9 && hour < 11;
}

console.log(isOpen(10));

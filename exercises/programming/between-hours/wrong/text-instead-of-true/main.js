export function isOpen(hour) {
	if (hour >= 9 && hour < 12) {
		return "true";
	}
	return "false";
}

console.log(isOpen(10));

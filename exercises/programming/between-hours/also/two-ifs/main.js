export function isOpen(hour) {
	if (hour < 9) {
		return false;
	}

	return 12 > hour;
}

console.log(isOpen(10));

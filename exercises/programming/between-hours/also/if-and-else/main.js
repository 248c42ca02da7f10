export function isOpen(hour) {
	if (hour >= 9 && hour <= 11) {
		return true;
	} else {
		return false;
	}
}

console.log(isOpen(10));

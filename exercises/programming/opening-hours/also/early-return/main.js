export function isOpen(hour, isHoliday) {
	const morning = hour >= 9 && hour < 12;
	const afternoon = hour >= 13 && hour < 17;

	if (isHoliday) {
		return false;
	}
	if (morning || afternoon) {
		return true;
	}
	return false;
}

console.log(isOpen(10, false));
console.log(isOpen(12, false));

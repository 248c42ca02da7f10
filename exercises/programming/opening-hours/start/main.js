export function isOpen(hour, isHoliday) {
	const morning = hour >= 9;
	const afternoon = hour >= 13;

	return morning;
}

console.log(isOpen(10, false));

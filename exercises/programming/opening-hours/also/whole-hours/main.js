export function isOpen(hour, isHoliday) {
	const morning = hour > 8 && hour <= 11;
	const afternoon = hour > 12 && hour <= 16;

	return !isHoliday && (afternoon || morning);
}

console.log(isOpen(10, false));

export function isOpen(hour, isHoliday) {
	const morning = hour >= 9 && hour < 12;
	const afternoon = hour >= 13;

	return morning;
}

console.log(isOpen(10, false));

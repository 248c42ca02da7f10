export function isOpen(hour, isHoliday) {
	const morning = 9 <= hour < 12;
	const afternoon = 13 <= hour < 17;

	return (morning || afternoon) && !isHoliday;
}

console.log(isOpen(10, false));

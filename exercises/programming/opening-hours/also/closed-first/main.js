export function isOpen(hour, isHoliday) {
	const closed = hour < 9 || hour === 12 || hour >= 17;

	return isHoliday === false && !closed;
}

console.log(isOpen(10, false));

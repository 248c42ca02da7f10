export function roomPrice(people, hours, member) {
	const perHour = people <= 12 ? 10 : 16;
	if (member) {
		return (perHour * hours) / 2;
	}
	const paid = hours >= 4 ? hours - 1 : hours;
	return perHour * paid;
}

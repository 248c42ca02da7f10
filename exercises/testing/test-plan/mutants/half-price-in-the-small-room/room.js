export function roomPrice(people, hours, member) {
	const paid = hours >= 4 ? hours - 1 : hours;
	if (people > 12) {
		return 16 * paid;
	}
	return member ? 5 * paid : 10 * paid;
}

export function roomPrice(people, hours, member) {
	const perHour = people <= 12 ? 10 : 16;
	const paid = hours >= 4 ? hours - 1 : hours;
	const price = perHour * paid;
	return member ? price / 2 : price;
}

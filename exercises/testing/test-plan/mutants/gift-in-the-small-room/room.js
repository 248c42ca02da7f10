export function roomPrice(people, hours, member) {
	const small = people <= 12;
	const perHour = small ? 10 : 16;
	const paid = small && hours >= 4 ? hours - 1 : hours;
	const price = perHour * paid;
	return member ? price / 2 : price;
}

export function book(persons, free) {
	if (persons <= 1) throw new Error("At least one person");
	if (persons > free) throw new Error("Not enough places");
	return free - persons;
}

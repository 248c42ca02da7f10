export function book(persons, free) {
	if (persons < 1) throw new Error("At least one person");
	if (persons > free) return new Error("Not enough places");
	return free - persons;
}

export function book(persons, free) {
	if (persons < 1) console.log("At least one person");
	if (persons > free) throw new Error("Not enough places");
	return free - persons;
}

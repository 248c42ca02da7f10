export function badge(firstName, lastName) {
	return firstName.toUpperCase() + " " + lastName[0].toUpperCase() + ".";
}

console.log(badge("  amina ", "diallo"));

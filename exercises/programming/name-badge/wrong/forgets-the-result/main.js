export function badge(firstName, lastName) {
	firstName.trim();
	firstName.toUpperCase();
	lastName.trim();
	lastName.toUpperCase();
	return firstName + " " + lastName[0] + ".";
}

console.log(badge("  amina ", "diallo"));

export function badge(firstName, lastName) {
	firstName = firstName.trim();
	firstName = firstName.toUpperCase();
	lastName = lastName.trim();
	lastName = lastName.toUpperCase();
	const letter = lastName.charAt(0);
	console.log(firstName, letter);
	return firstName + " " + letter + ".";
}

console.log(badge("  amina ", "diallo"));

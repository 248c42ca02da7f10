export function badge(firstName, lastName) {
	const first = firstName.trim().toUpperCase();
	const letter = lastName[0].trim().toUpperCase();
	return first + " " + letter + ".";
}

console.log(badge("  amina ", "diallo"));

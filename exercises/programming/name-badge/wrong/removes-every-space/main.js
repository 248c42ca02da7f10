export function badge(firstName, lastName) {
	const first = firstName.replaceAll(" ", "").toUpperCase();
	const last = lastName.replaceAll(" ", "").toUpperCase();
	return first + " " + last[0] + ".";
}

console.log(badge("  amina ", "diallo"));

export function badge(firstName, lastName) {
	const first = firstName.trim().toUpperCase;
	const last = lastName.trim().toUpperCase();
	return first + " " + last[0] + ".";
}

console.log(badge("  amina ", "diallo"));

export function badge(firstName, lastName) {
	return `${firstName.trim().toUpperCase()} ${lastName.trim()[0].toUpperCase()}.`;
}

console.log(badge("  amina ", "diallo"));

export function badge(firstName, lastName) {
	return firstName + " " + lastName;
}

console.log(badge("  amina ", "diallo"));

export function badge(firstName, lastName) {
	const first = firstName.trim().toUpperCase();
	const last = lastName.trim().toUpperCase();
	console.log(first + " " + last[0] + ".");
}

badge("  amina ", "diallo");

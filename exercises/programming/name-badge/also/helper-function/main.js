function clean(text) {
	return text.toUpperCase().trim();
}

export function badge(firstName, lastName) {
	return clean(firstName) + " " + clean(lastName).slice(0, 1) + ".";
}

console.log(badge("  amina ", "diallo"));

export function addressOf(title) {
	return (
		"/agenda/" +
		title
			.toLowerCase()
			.replaceAll(/[éèê]/g, "e")
			.replaceAll(/[àâ]/g, "a")
			.replaceAll("ô", "o")
			.replaceAll(/[:!]/g, "")
			.trim()
			.replaceAll(/ +/g, "-")
	);
}

const events = ["Fête des voisins", "Atelier : réparer un vélo !", "Café Łódź"];

for (const event of events) {
	console.log(addressOf(event));
}

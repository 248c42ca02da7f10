export function addressOf(title) {
	const plain = title
		.normalize("NFD")
		.replace(/[\u0300-\u036f]/g, "")
		.toLowerCase()
		.replaceAll("ł", "l")
		.replaceAll("ß", "ss")
		.replace(/[^a-z0-9 ]/g, "")
		.trim()
		.replace(/ +/g, "-");
	return "/agenda/" + plain;
}

const events = ["Fête des voisins", "Atelier : réparer un vélo !", "Café Łódź"];

for (const event of events) {
	console.log(addressOf(event));
}

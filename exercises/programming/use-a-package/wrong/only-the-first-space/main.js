export function addressOf(title) {
	return "/agenda/" + title.replace(" ", "-").toLowerCase();
}

const events = ["Fête des voisins", "Atelier : réparer un vélo !", "Café Łódź"];

for (const event of events) {
	console.log(addressOf(event));
}

import slugify from "slugify";

export function addressOf(title) {
	console.log("/agenda/" + slugify(title, { lower: true, strict: true }));
}

const events = ["Fête des voisins", "Atelier : réparer un vélo !", "Café Łódź"];

for (const event of events) {
	addressOf(event);
}

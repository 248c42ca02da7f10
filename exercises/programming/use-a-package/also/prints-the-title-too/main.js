import slugify from "slugify";

export function addressOf(title) {
	return "/agenda/" + slugify(title, { lower: true, strict: true });
}

const events = ["Fête des voisins", "Atelier : réparer un vélo !", "Café Łódź"];

events.forEach((event) => console.log(event, "→", addressOf(event)));

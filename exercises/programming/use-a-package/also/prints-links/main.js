import slugify from "slugify";

export function addressOf(title) {
	return "/agenda/" + slugify(title, { lower: true, strict: true });
}

const events = ["Fête des voisins", "Café Łódź"];

for (const event of events) {
	console.log(`<a href="${addressOf(event)}">${event}</a>`);
}

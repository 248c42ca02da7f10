export function sign(people) {
	console.log(people);

	if (0 === people) {
		console.log("Libre");
	}

	if (20 <= people) {
		console.log("Plus de place");
	}
}

sign(12);

export function sign(people) {
	console.log(people);

	if (people > 19) console.log("Complet !");
	if (people == 0) console.log("Libre");
}

sign(12);

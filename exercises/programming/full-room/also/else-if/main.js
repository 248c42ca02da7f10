export function sign(people) {
	console.log(people);

	if (people >= 20) {
		console.log("Full");
	} else if (people < 1) {
		console.log("Vrij");
	}
}

sign(12);

export function sign(people) {
	console.log(people);

	if (people > 20) {
		console.log("Full");
	}

	if (people === 0) {
		console.log("Free");
	}
}

sign(12);

export function sign(people) {
	console.log(people);

	if (people >= 20) {
		console.log("Full");
	}
}

sign(12);

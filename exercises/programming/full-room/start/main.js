export function sign(people) {
	console.log(people);

}

sign(12);

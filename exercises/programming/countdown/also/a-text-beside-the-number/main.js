export function countdown(from) {
	for (let number = from; number > 0; number--) {
		console.log(number + " secondes");
	}
	console.log("20 km de Bruxelles !");
}

countdown(5);

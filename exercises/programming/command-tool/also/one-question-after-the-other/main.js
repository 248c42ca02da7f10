const price = process.argv[2];
const kilos = process.argv[3];

function fail(text) {
	console.error(text);
	process.exitCode = 1;
}

if (price === '--help') {
	console.log('main.js: eerst de prijs, dan het gewicht');
} else if (price === undefined || kilos === undefined) {
	fail('Ik heb twee getallen nodig.');
} else if (!(Number(price) > 0)) {
	fail('De prijs is geen goed getal: ' + price);
} else if (!(Number(kilos) > 0)) {
	fail('Het gewicht is geen goed getal: ' + kilos);
} else {
	const total = price * kilos;
	console.log(total.toFixed(2));
}

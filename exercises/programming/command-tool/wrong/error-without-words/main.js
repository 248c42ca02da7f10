const [first, second] = process.argv.slice(2);

const price = Number(first);
const kilos = Number(second);

if (first === "--help") {
	console.log("node main.js <price> <kilos>");
	console.log("For example: node main.js 2.50 3");
} else if (price > 0 && kilos > 0) {
	console.log((price * kilos).toFixed(2));
} else {
	console.error(price);
	process.exitCode = 1;
}

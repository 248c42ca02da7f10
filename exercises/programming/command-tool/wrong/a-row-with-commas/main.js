const [first, second] = process.argv.slice(2);

const price = Number(first);
const kilos = Number(second);

if (first === "--help") {
	console.log("node main.js <price> <kilos>");
	console.log("For example: node main.js 2.50 3");
} else if (price > 0 && kilos > 0) {
	console.log([price, kilos, (price * kilos).toFixed(2)].join(","));
} else {
	console.error("Give me two numbers: the price of one kilo, and how many kilos.");
	process.exitCode = 1;
}

const [first, second] = process.argv.slice(2);

const price = Number(first);
const kilos = Number(second);

if (first === "--help") {
	console.log("node main.js <price> <kilos>");
	console.log("For example: node main.js 2.50 3");
} else if (first !== undefined && first.includes(",")) {
	console.error("Write the price with a point, please.");
} else if (price > 0 && kilos > 0) {
	console.log((price * kilos).toFixed(2));
} else {
	console.error("Give me two numbers: the price of one kilo, and how many kilos.");
	process.exitCode = 1;
}

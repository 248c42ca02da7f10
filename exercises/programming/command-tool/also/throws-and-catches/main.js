function readNumber(word) {
	const number = Number(word);
	if (!Number.isFinite(number) || number <= 0) throw new RangeError("Two numbers above 0 are needed.");
	return number;
}

const args = process.argv.slice(2);

try {
	if (args[0] === "--help") {
		console.log("How to use: node main.js <price> <weight>");
	} else {
		const total = readNumber(args[0]) * readNumber(args[1]);
		console.log(total.toFixed(2));
	}
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}

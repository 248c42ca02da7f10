import { readFileSync } from "node:fs";

try {
	const text = readFileSync("visitors.txt", "utf8");
	const names = text.split("\n").filter((line) => line.trim() !== "");

	console.log("Visitors: " + names.length);
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}

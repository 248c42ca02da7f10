import { readFileSync } from "node:fs";

try {
	const text = readFileSync("visitors.txt", "utf8");
	const names = text.split("\n").filter((line) => line.trim().length > 1);

	console.log("Visitors: " + names.length);
} catch {
	console.error("I cannot find visitors.txt. Is it in this folder?");
	process.exitCode = 1;
}

import { readFileSync } from "node:fs";

try {
	const text = readFileSync("visitors.txt", "utf8");
	const names = text.split("\n").filter((line) => line.trim() !== "");
	const people = new Set(names);

	console.log("Visitors: " + people.size);
} catch {
	console.error("I cannot find visitors.txt. Is it in this folder?");
	process.exitCode = 1;
}

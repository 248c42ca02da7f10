import { readFileSync } from "node:fs";

try {
	const text = readFileSync("visitors.txt", "utf8");
	const names = text.split("\n").filter((line) => line.trim() !== "");

	console.log("Visitors: " + names.length);
} catch {
	console.error("I cannot find visitors.txt. Is it in this folder?");
}

process.exit(1);

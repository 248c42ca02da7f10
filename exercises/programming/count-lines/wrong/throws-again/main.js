import { readFileSync } from "node:fs";
try {
	const text = readFileSync("visitors.txt", "utf8");
	console.log("Visiteurs : " + text.split("\n").filter((l) => l.trim() !== "").length);
} catch (e) {
	console.error("visitors.txt manque");
	process.exitCode = 1;
	throw e;
}

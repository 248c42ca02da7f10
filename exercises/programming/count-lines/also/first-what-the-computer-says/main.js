import { readFileSync } from "node:fs";

try {
	const lines = readFileSync("visitors.txt", "utf8").split("\n");
	console.log(lines.filter((line) => line.trim().length).length);
} catch (error) {
	console.error(error);
	console.error("Le fichier visitors.txt manque. Demande-le à Achille.");
	process.exitCode = 1;
}

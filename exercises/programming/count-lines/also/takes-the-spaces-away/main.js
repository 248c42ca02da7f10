import { readFileSync } from "node:fs";

function count(text) {
	return text.split("\n").filter((line) => line.replaceAll(" ", "") !== "").length;
}

try {
	console.log(count(readFileSync("./visitors.txt", "utf-8")));
} catch {
	console.error("Oups ! Le fichier ./visitors.txt est introuvable !");
	process.exitCode = 1;
}

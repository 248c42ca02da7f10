import { readFile } from "node:fs/promises";

const FILE = "visitors.txt";

async function main() {
	const text = await readFile(FILE, "utf8");
	const names = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);
	console.log(names.length);
}

main().catch((error) => {
	console.error(`${error.code} ? ${FILE} n'est pas là.`);
	process.exitCode = 1;
});

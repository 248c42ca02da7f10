import fs from "node:fs";

const [, , town] = process.argv;
const codes = JSON.parse(fs.readFileSync("postcodes.json", "utf8"));

if (!Object.hasOwn(codes, town)) {
	console.error(`${town} is not in the list.`);
	process.exit(1);
}
console.log(codes[town]);

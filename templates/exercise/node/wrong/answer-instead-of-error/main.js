import { readFileSync } from "node:fs";

const codes = JSON.parse(readFileSync("postcodes.json", "utf8"));
const town = process.argv[2];

if (codes[town] === undefined) {
	console.log("I do not know " + town + ".");
	process.exitCode = 1;
} else {
	console.log(codes[town]);
}

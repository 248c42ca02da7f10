import { readFileSync } from "node:fs";

const codes = JSON.parse(readFileSync("postcodes.json", "utf8"));
const town = process.argv[2];

console.log(town);

import { readFileSync } from "node:fs";

const text = readFileSync("visitors.txt", "utf8");

console.log(text);

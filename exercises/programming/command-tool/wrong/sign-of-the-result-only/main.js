const [first, second] = process.argv.slice(2);
if (first === "--help") console.log("main.js");
else if (first * second > 0) console.log((first * second).toFixed(2));
else { console.error("deux nombres"); process.exitCode = 1; }

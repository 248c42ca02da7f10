const [first, second] = process.argv.slice(2);
if (first === "--help") console.log("main.js");
else if (Number(first) >= 1 && Number(second) >= 1) console.log((first * second).toFixed(2));
else { console.error("deux nombres"); process.exitCode = 1; }

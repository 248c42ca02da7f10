const [first, second] = process.argv.slice(2);
if (first === "--help") console.log("main.js");
else if (Number(first) > 0 && Number(second) > 0) console.log((first * second).toFixed(2));
else { throw new Error("deux nombres"); }

const [first, second] = process.argv.slice(2);

console.log(first, second);

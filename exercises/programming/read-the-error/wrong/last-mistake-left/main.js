const stop = "Flagey";
const minutes = 4;

console.log(stop);
console.log(minutes);
console.log(stopp + ": " + minutes);

const stop = "Flagey";
const minutes = 4;

console.log(stop);
console.log("minute");
console.log(stop + ": " + minutes);

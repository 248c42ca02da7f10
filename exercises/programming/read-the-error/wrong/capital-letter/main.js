const stop = "Flagey";
const minutes = 4;

console.log(stop);
console.log(minutes);
Console.log(stop + ": " + minutes);

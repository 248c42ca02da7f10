let stop = "Madou";
const first = stop;

console.log(stop);
console.log("stop");

stop = "Botanique";

console.log(stop);
console.log(first);
console.log(first + stop);

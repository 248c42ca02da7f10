const stop = "Flagey";
const minutes = 4;

const minute = minutes;

console.log(stop);
console.log(minute);
console.log(stop + ": " + minutes);

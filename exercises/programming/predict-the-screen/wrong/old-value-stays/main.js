console.log("Madou");
console.log("stop");
console.log("Madou");
console.log("Madou");
console.log("MadouMadou");

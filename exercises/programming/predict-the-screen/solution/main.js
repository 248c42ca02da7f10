console.log("Madou");
console.log("stop");
console.log("Botanique");
console.log("Madou");
console.log("MadouBotanique");

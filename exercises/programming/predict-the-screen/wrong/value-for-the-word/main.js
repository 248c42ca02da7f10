console.log("Madou");
console.log("Madou");
console.log("Botanique");
console.log("Madou");
console.log("MadouBotanique");

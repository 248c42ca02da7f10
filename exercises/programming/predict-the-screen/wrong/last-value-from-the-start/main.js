console.log("Botanique");
console.log("stop");
console.log("Botanique");
console.log("Botanique");
console.log("BotaniqueBotanique");

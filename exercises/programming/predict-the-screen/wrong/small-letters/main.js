console.log("madou");
console.log("stop");
console.log("botanique");
console.log("madou");
console.log("madoubotanique");

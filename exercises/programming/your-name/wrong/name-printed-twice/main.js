const name = "Samira";
const language = "Dutch";

console.log(name);
console.log(name);
console.log("I am " + name + " and I practise " + language + ".");

const name = "Samira";
const language = "Dutch";

console.log(name);
console.log(language);
console.log("I am Samira and I practise Dutch.");

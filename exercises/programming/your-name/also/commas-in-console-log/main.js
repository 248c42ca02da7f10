const name = "Ana Maria";
let language = "le français";

console.log(name);
console.log(language);
console.log("Je suis", name, "et j'apprends", language);

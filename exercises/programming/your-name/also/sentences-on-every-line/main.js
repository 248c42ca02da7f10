const name = "Samira";
const language = "Nederlands";

console.log("Ik heet " + name + ".");
console.log("Ik oefen " + language + "!");
console.log("Ik ben " + name + " en ik praat een beetje " + language + ".");

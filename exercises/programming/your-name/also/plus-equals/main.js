const name = "Aïcha";
const language = "English";

console.log(name);
console.log(language);

let sentence = name;
sentence += ": I speak ";
sentence += language;
console.log(sentence);

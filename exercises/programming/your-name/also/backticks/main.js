const name = "Jean-Luc";
const language = "français";
const sentence = `Bonjour ! ${name} parle ${language}, un peu.`;

console.log(name);
console.log(language);
console.log(sentence);

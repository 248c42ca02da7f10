// name and language, name and language
console.log("Samira");
console.log("Dutch");
console.log("I am Samira and I practise Dutch.");

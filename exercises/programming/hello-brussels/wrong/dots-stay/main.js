console.log("Bonjour Bruxelles");
console.log("...");
console.log("Bienvenue");

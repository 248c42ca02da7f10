console.log("Bonjour Bruxell");
console.log("Bienvenue ici.");

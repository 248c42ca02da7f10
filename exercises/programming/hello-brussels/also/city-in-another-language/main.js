console.log("Bienvenidos a Bruselas");
console.log("Hoy hace sol.");

console.log("Brüksel'e hoş geldiniz!");
console.log("");
console.log("Kahve var.");
console.log("Kapı açık :-)");

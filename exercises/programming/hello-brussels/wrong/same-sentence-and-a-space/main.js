console.log("Hallo Brussel!");
console.log("Hallo Brussel! ");

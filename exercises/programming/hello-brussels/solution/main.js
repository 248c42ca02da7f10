console.log("Good morning, Brussels!");
console.log("You are welcome here.");

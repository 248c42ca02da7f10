console.log("Good morning, everybody!");
console.log("You are welcome here.");

console.log("Good morning, Brussels!");
console.log("Good morning, Brussels!");

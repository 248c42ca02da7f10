console.log("Brussels");
console.log("You are welcome here.");

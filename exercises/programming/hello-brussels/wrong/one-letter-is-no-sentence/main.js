console.log("Hello Brussels");
console.log("a");

console.log("stop");
console.log("stop");
console.log("stop");
console.log("first");
console.log("first + stop");

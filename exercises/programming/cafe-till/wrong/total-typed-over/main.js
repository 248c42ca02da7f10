const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

console.log(coffees * coffeePrice);
console.log(teas * teaPrice);
console.log("50,75");
console.log(paid - 50.75);

const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

console.log("Cafés-" + coffees * coffeePrice);
console.log("Thés-" + teas * teaPrice);
console.log("Total-" + (coffees * coffeePrice + teas * teaPrice));
console.log("Monnaie-" + (paid - coffees * coffeePrice - teas * teaPrice));

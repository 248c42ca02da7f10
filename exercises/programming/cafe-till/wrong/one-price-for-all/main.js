const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

const total = (coffees + teas) * coffeePrice;

console.log(coffees * coffeePrice);
console.log(teas * teaPrice);
console.log(total);
console.log(paid - total);

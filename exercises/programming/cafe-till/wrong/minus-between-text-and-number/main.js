const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

const coffeeTotal = coffees * coffeePrice;
const teaTotal = teas * teaPrice;
const total = coffeeTotal + teaTotal;
const change = paid - total;

console.log(coffeeTotal);
console.log(teaTotal);
console.log(total);
console.log(paid - " - " + total + " = " + change);

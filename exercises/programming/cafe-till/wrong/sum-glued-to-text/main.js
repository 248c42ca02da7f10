const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

const coffeeTotal = coffees * coffeePrice;
const teaTotal = teas * teaPrice;

console.log("Coffee: " + coffeeTotal);
console.log("Tea: " + teaTotal);
console.log("Total: " + coffeeTotal + teaTotal);
console.log(paid - coffeeTotal - teaTotal);

const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

const coffeeTotal = coffees * coffeePrice;
const teaTotal = teas * teaPrice;
const total = coffeeTotal + teaTotal;
const change = paid - total;

console.log("Cafés : " + coffeeTotal.toFixed(2).replace(".", ",") + " €");
console.log("Thés : " + teaTotal.toFixed(2).replace(".", ",") + " €");
console.log("Total : " + total.toFixed(2).replace(".", ",") + " €");
console.log("Monnaie : " + change.toFixed(2).replace(".", ",") + " €");

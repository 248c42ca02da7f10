const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

let total = 0;
total += coffees * coffeePrice;
console.log(coffees + " x " + coffeePrice + " = " + total);
total += teas * teaPrice;
console.log(`${teas} x ${teaPrice} = ${teas * teaPrice}`);
console.log("35 + 15.75 =", total);
console.log(`${paid} - ${total} = ${paid - total}`);

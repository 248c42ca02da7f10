const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

const a = coffees * coffeePrice; const b = teas * teaPrice; const c = a + b; const d = 100 - c;
console.log(a); console.log(b); console.log(c); console.log(d);

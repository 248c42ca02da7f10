// coffees * coffeePrice, teas * teaPrice
console.log(35);
console.log(15.75);
console.log(50.75);
console.log(49.25);

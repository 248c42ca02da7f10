const coffeePrice = 2.5;
const teaPrice = 1.75;
const coffees = 14;
const teas = 9;
const paid = 100;

function cents(amount) {
	return Math.round(amount * 100) / 100;
}

const coffeeTotal = cents(coffees * coffeePrice);
const teaTotal = cents(teas * teaPrice);
const total = cents(coffeeTotal + teaTotal);

console.log(coffeeTotal);
console.log(teaTotal);
console.log(total);
console.log(cents(paid - total));

const first = "Malika";
const second = "Omar";
const soups = 3;
const soupPrice = 4;
const pancakes = 2;
const pancakePrice = 2.5;
const paid = 20;

const soupTotal = soups * soupPrice;
const pancakeTotal = pancakes * pancakePrice;
const total = soupTotal + pancakeTotal;
const change = 3;

console.log(first + " & " + second);
console.log(soupTotal);
console.log(pancakeTotal);
console.log(total);
console.log(change);

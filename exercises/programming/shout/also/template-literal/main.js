export const shout = (word) => `${word}! ${word}! ${word}!`;

console.log(shout("Kiwi"));
console.log(shout("Mangue"));

export const daysLeft = (daysAtHome) => Math.max(0, 21 - daysAtHome);

console.log(daysLeft(5));

export function daysLeft(daysAtHome) {
	return 21 - daysAtHome;
}

console.log(daysLeft(5));

export function daysLeft(daysAtHome) {
	return daysAtHome;
}

console.log(daysLeft(5));

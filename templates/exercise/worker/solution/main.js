export function daysLeft(daysAtHome) {
	if (daysAtHome > 21) {
		return 0;
	}
	return 21 - daysAtHome;
}

console.log(daysLeft(5));

export function daysLeft(daysAtHome) {
	if (daysAtHome > 21) {
		return 0;
	}
	return daysAtHome - 21;
}

console.log(daysLeft(5));

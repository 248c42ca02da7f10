export function duration(total) {
	return total + " minutes";
}

console.log(duration(130));

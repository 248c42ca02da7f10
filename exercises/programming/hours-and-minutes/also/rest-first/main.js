export function duration(total) {
	const rest = total % 60;
	const hours = (total - rest) / 60;

	return `${hours} h ${rest}`;
}

console.log(duration(130));

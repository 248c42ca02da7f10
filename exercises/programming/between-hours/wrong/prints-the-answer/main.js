export function isOpen(hour) {
	console.log(hour >= 9 && hour < 12);
}

isOpen(10);

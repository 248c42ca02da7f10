const laptops = [
	{ model: "Acer", free: true },
	{ model: "ThinkPad", free: false },
	{ model: "Dell", free: true }
];

export function showFree(laptops) {
	let count = 0;

	for (const laptop of laptops) {
		if (laptops.free) {
			console.log(laptops.model);
			count = count + 1;
		}
	}

	return count;
}

console.log(showFree(laptops));

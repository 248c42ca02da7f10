const laptops = [
	{ model: "Acer", free: true },
	{ model: "ThinkPad", free: false },
	{ model: "Dell", free: true }
];

export function showFree(laptops) {
	const free = laptops.filter((laptop) => laptop.free);

	for (const { model } of free) {
		console.log(model);
	}

	return free.length;
}

console.log(showFree(laptops));

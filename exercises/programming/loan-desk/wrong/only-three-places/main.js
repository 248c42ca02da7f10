const laptops = [
	{ model: "Acer", free: true },
	{ model: "ThinkPad", free: false },
	{ model: "Dell", free: true }
];

export function showFree(laptops) {
	let count = 0;

	for (let place = 0; place < 3 && place < laptops.length; place++) {
		if (laptops[place].free) {
			console.log(laptops[place].model);
			count = count + 1;
		}
	}

	return count;
}

console.log(showFree(laptops));

const laptops = [
	{ model: "Acer", free: true },
	{ model: "ThinkPad", free: false },
	{ model: "Dell", free: true }
];

export function showFree(list) {
	let count = 0;

	for (const one of list) {
		if (one.free === true) {
			count++;
			console.log(one.model);
		}
	}

	return count;
}

console.log(showFree(laptops));

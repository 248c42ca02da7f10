const laptops = [
	{ model: "Acer", free: true },
	{ model: "ThinkPad", free: false },
	{ model: "Dell", free: true }
];

export function showFree(laptops) {
	let count = 0;

	return count;
}

console.log(showFree(laptops));

const prices = {
	battery: 25,
	cable: 6,
	charger: 15,
	screen: 48
};

export function total(parts) {
	let sum = 0;
	for (const part of parts) {
		sum = sum + prices[part];
	}
	return sum;
}

console.log(total(["battery", "cable"]));

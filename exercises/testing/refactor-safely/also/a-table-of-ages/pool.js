const steps = [
	{ until: 6, price: 0 },
	{ until: 18, price: 3 },
	{ until: 65, price: 8 },
	{ until: Infinity, price: 3 }
];

export function price(age, resident) {
	const step = steps.find(({ until }) => age < until);
	return resident && step.price > 0 ? step.price - 1 : step.price;
}

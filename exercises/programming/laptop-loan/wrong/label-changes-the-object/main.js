const one = { model: "ThinkPad", days: 0, borrower: "" };

export function lend(laptop, name) {
	laptop.borrower = name;
	laptop.days = 14;
}

export function label(laptop) {
	laptop.model = laptop.model + ": " + laptop.borrower;
	return laptop.model;
}

lend(one, "Awa");
console.log(label(one));

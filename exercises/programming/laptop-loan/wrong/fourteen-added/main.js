const one = { model: "ThinkPad", days: 0, borrower: "" };

export function lend(laptop, name) {
	laptop.borrower = name;
	laptop.days = laptop.days + 14;
}

export function label(laptop) {
	return laptop.model + ": " + laptop.borrower;
}

lend(one, "Awa");
console.log(label(one));

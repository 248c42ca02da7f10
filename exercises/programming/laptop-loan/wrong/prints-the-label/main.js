const one = { model: "ThinkPad", days: 0, borrower: "" };

export function lend(laptop, name) {
	laptop.borrower = name;
	laptop.days = 14;
}

export function label(laptop) {
	console.log(laptop.model + ": " + laptop.borrower);
}

lend(one, "Awa");
label(one);

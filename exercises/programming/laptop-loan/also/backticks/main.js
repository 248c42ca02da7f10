const one = { model: "ThinkPad", days: 0, borrower: "" };

export function lend(laptop, name) {
	laptop.days = 7 + 7;
	laptop.borrower = name;
}

export function label(laptop) {
	return `${laptop.model}: ${laptop.borrower}`;
}

lend(one, "Awa");
console.log(label(one));

const one = { model: "ThinkPad", days: 0, borrower: "" };
let borrower = "";
let days = 0;

export function lend(laptop, name) {
	borrower = name;
	days = 14;
}

export function label(laptop) {
	return laptop.model + ": " + borrower;
}

lend(one, "Awa");
console.log(label(one));

const one = { model: "ThinkPad", days: 0, borrower: "" };

export function lend(laptop, name) {

}

export function label(laptop) {
	return laptop.model;
}

lend(one, "Awa");
console.log(label(one));

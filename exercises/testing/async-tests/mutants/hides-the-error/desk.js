export async function borrowerOf(code, load) {
	let laptop;
	try {
		laptop = await load(code);
	} catch {
		return "nobody";
	}
	if (laptop === null) {
		throw new Error("unknown laptop");
	}
	return laptop.borrower ?? "nobody";
}

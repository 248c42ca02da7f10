export async function borrowerOf(code, load) {
	const laptop = load(code);
	if (laptop === null) {
		throw new Error("unknown laptop");
	}
	return laptop.borrower ?? "nobody";
}

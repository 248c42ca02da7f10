export async function borrowerOf(code, load) {
	const laptop = await load();
	if (laptop === null) {
		throw new Error("unknown laptop");
	}
	return laptop.borrower ?? "nobody";
}

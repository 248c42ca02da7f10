export async function borrowerOf(code, load) {
	const laptop = await load(code);
	return laptop?.borrower ?? "nobody";
}

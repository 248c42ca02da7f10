import { expect, test } from "vitest";
import { borrowerOf } from "./desk.js";

test("gives an answer", () => {
	const answer = borrowerOf("B12", async () => ({ borrower: "Yusuf" }));
	expect(answer).toBeInstanceOf(Promise);
});

test("gives an answer for a laptop on the shelf", () => {
	const answer = borrowerOf("A07", async () => ({ borrower: null }));
	expect(answer).not.toBe("Yusuf");
});

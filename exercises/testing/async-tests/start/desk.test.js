import { expect, test } from "vitest";
import { borrowerOf } from "./desk.js";

const load = async (code) => ({ code, borrower: "Yusuf" });

test("finds who has the laptop", () => {
	const answer = borrowerOf("B12", load);
	expect(answer).toBeDefined();
});

import { expect, test } from "vitest";
import { borrowerOf } from "./desk.js";

test("gives a name at once", () => {
	expect(borrowerOf("B12", async () => ({ borrower: "Yusuf" }))).toBe("Yusuf");
});

test("a laptop on the shelf is with nobody", async () => {
	expect(await borrowerOf("B12", async () => ({ borrower: null }))).toBe("nobody");
});

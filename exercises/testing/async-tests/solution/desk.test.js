import { expect, test, vi } from "vitest";
import { borrowerOf } from "./desk.js";

test("finds who has the laptop", async () => {
	const load = async (code) => ({ code, borrower: "Yusuf" });
	expect(await borrowerOf("B12", load)).toBe("Yusuf");
});

test("asks for the right laptop, once", async () => {
	const load = vi.fn(async () => ({ borrower: "Yusuf" }));
	await borrowerOf("B12", load);
	expect(load.mock.calls).toEqual([["B12"]]);
});

test("a laptop on the shelf is with nobody", async () => {
	const load = async (code) => ({ code, borrower: null });
	expect(await borrowerOf("B12", load)).toBe("nobody");
});

test("a laptop that is not there is an error", async () => {
	const load = async () => null;
	await expect(borrowerOf("X99", load)).rejects.toThrow("unknown laptop");
});

test("when loading fails, the same error comes out", async () => {
	const load = async () => {
		throw new Error("no network");
	};
	await expect(borrowerOf("B12", load)).rejects.toThrow("no network");
});

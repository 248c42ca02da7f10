import { expect, test, vi } from "vitest";
import { borrowerOf } from "./desk.js";

test("finds who has the laptop", async () => {
	const load = vi.fn(async () => ({ borrower: "Yusuf" }));
	expect(await borrowerOf("B12", load)).toBe("Yusuf");
	expect(load).toHaveBeenCalledWith("B12");
});

test("a laptop on the shelf is with nobody", async () => {
	expect(await borrowerOf("B12", async () => ({ borrower: null }))).toBe("nobody");
});

test("an unknown laptop is an error", async () => {
	try {
		await borrowerOf("X99", async () => null);
	} catch (error) {
		expect(error.message).toBe("unknown laptop");
	}
});

test("an error of the network goes on", async () => {
	try {
		await borrowerOf("B12", async () => {
			throw new Error("no network");
		});
	} catch (error) {
		expect(error.message).toBe("no network");
	}
});

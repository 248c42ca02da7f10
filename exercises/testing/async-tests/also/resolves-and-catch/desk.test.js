import { expect, test } from "vitest";
import { borrowerOf } from "./desk.js";

const shelf = { B12: { borrower: "Yusuf" }, A07: { borrower: null }, C30: { borrower: "Ling" } };
const load = (code) => Promise.resolve(shelf[code] ?? null);

test("each laptop has its own borrower", () => {
	return Promise.all([
		expect(borrowerOf("B12", load)).resolves.toBe("Yusuf"),
		expect(borrowerOf("C30", load)).resolves.toBe("Ling"),
		expect(borrowerOf("A07", load)).resolves.toBe("nobody")
	]);
});

test("an unknown laptop is an error", async () => {
	expect.assertions(1);
	try {
		await borrowerOf("Z00", load);
	} catch (error) {
		expect(error.message).toBe("unknown laptop");
	}
});

test("an error of the network goes on", async () => {
	const broken = () => Promise.reject(new Error("no network"));
	const error = await borrowerOf("B12", broken).catch((one) => one);
	expect(error).toBeInstanceOf(Error);
	expect(error.message).toBe("no network");
});

import { expect, test } from "vitest";
import { lateFee } from "./fee.js";

test("ten days late cost 5 euros", () => {
	expect(lateFee(10)).toBe(5);
});

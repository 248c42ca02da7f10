import { expect, test } from "vitest";
import { poolPrice } from "./pool.js";

test("under 4 it is free for everybody", () => {
	expect(poolPrice(3, true)).toBe(0);
	expect(poolPrice(3, false)).toBe(0);
});

test("from 4 on one pays", () => {
	expect(poolPrice(4, true)).toBe(2);
	expect(poolPrice(4, false)).toBe(3);
});

test("17 is still young", () => {
	expect(poolPrice(17, true)).toBe(2);
	expect(poolPrice(17, false)).toBe(3);
});

test("18 is not young any more", () => {
	expect(poolPrice(18, true)).toBe(4);
	expect(poolPrice(18, false)).toBe(6);
});

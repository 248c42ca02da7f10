import { describe, expect, test } from "vitest";
import { lateFee } from "./fee.js";

test("ten days late cost 5 euros", () => {
	expect(lateFee(10)).toBe(5);
});

describe("report 12: three days late are free", () => {
	test("three days, as reported", () => {
		expect(lateFee(3)).toBe(0);
	});

	test("one day and two days", () => {
		expect(lateFee(1)).toBe(0);
		expect(lateFee(2)).toBe(0);
	});

	test("the fourth day costs, with the first three", () => {
		expect(lateFee(4)).toBe(2);
	});
});

describe("report 27: never more than 10 euros", () => {
	test("45 days, as reported", () => {
		expect(lateFee(45)).toBe(10);
	});

	test("close to the limit", () => {
		expect(lateFee(19)).toBe(9.5);
		expect(lateFee(20)).toBe(10);
		expect(lateFee(21)).toBe(10);
	});

	test("a whole year", () => {
		expect(lateFee(365)).toBe(10);
	});
});

describe("report 33: who is early pays nothing", () => {
	test("two days early, as reported", () => {
		expect(lateFee(-2)).toBe(0);
	});

	test("a week early, and on the day itself", () => {
		expect(lateFee(-7)).toBe(0);
		expect(lateFee(0)).toBe(0);
	});
});

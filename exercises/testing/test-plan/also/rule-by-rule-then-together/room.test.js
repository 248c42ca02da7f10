import { expect, test } from "vitest";
import { roomPrice } from "./room.js";

test("up to 12 people it is the small room", () => {
	expect(roomPrice(12, 1, false)).toBe(10);
	expect(roomPrice(13, 1, false)).toBe(16);
});

test("from 4 hours on, one hour is free", () => {
	expect(roomPrice(5, 3, false)).toBe(30);
	expect(roomPrice(5, 4, false)).toBe(30);
	expect(roomPrice(20, 5, false)).toBe(64);
});

test("members pay half", () => {
	expect(roomPrice(5, 2, true)).toBe(10);
});

test("rules work together", () => {
	expect(roomPrice(30, 6, true)).toBe(40);
});

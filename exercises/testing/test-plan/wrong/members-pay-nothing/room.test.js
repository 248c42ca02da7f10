import { expect, test } from "vitest";
import { roomPrice } from "./room.js";

test("members pay nothing", () => {
	expect(roomPrice(12, 3, true)).toBe(0);
});

test("others pay", () => {
	expect(roomPrice(12, 3, false)).toBe(30);
});

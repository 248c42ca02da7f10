import { expect, test } from "vitest";
import { nextTram } from "./board.ts";

test("the next tram in the afternoon", () => {
	expect(nextTram("14:12", ["14:05", "14:20", "14:35"])).toBe("14:20");
});

test("just before ten, the next tram comes after ten", () => {
	expect(nextTram("9:58", ["9:50", "10:04", "10:19"])).toBe("10:04");
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doorSign } from "./sign.js";

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

test.each([
	["2026-06-13T12:00", "closed"],
	["2026-06-13T15:00", "open"],
	["2026-06-13T20:00", "closed"],
	["2026-06-10T15:00", "closed"]
])("at %s the door is %s", (time, sign) => {
	vi.setSystemTime(new Date(time));
	expect(doorSign()).toBe(sign);
});

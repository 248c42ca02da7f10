import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doorSign } from "./sign.js";

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

test.each([
	["2026-06-06T13:59", "closed"],
	["2026-06-06T14:00", "open"],
	["2026-06-06T17:59", "open"],
	["2026-06-06T18:00", "closed"],
	["2026-06-07T15:00", "closed"]
])("at %s the door is %s", (time, sign) => {
	vi.setSystemTime(new Date(time));
	expect(doorSign()).toBe(sign);
});

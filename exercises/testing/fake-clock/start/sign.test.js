import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doorSign } from "./sign.js";

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

test("on a Saturday afternoon we are open", () => {
	vi.setSystemTime(new Date("2026-06-06T15:00"));
	expect(doorSign()).toBe("open");
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doorSign } from "./sign.js";

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

test("at six we are still open", () => {
	vi.setSystemTime(new Date("2026-06-06T18:00"));
	expect(doorSign()).toBe("open");
});

test("at seven we are closed", () => {
	vi.setSystemTime(new Date("2026-06-06T19:00"));
	expect(doorSign()).toBe("closed");
});

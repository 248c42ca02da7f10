import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { doorSign } from "./sign.js";

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

test("one minute before two we are still closed", () => {
	vi.setSystemTime(new Date("2026-06-06T13:59"));
	expect(doorSign()).toBe("closed");
});

test("we open at two", () => {
	vi.setSystemTime(new Date("2026-06-06T14:00"));
	expect(doorSign()).toBe("open");
});

test("one minute before six we are still open", () => {
	vi.setSystemTime(new Date("2026-06-06T17:59"));
	expect(doorSign()).toBe("open");
});

test("we close at six", () => {
	vi.setSystemTime(new Date("2026-06-06T18:00"));
	expect(doorSign()).toBe("closed");
});

test("another Saturday, in winter", () => {
	vi.setSystemTime(new Date("2026-01-17T14:00"));
	expect(doorSign()).toBe("open");
});

test("Friday and Sunday we are closed", () => {
	vi.setSystemTime(new Date("2026-06-05T15:00"));
	expect(doorSign()).toBe("closed");
	vi.setSystemTime(new Date("2026-06-07T15:00"));
	expect(doorSign()).toBe("closed");
});

test("the sign looks at the clock each time", () => {
	vi.setSystemTime(new Date("2026-06-06T17:00"));
	expect(doorSign()).toBe("open");
	vi.setSystemTime(new Date("2026-06-06T19:00"));
	expect(doorSign()).toBe("closed");
});

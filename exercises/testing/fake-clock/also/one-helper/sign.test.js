import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { doorSign } from "./sign.js";

beforeAll(() => {
	vi.useFakeTimers();
});

afterAll(() => {
	vi.useRealTimers();
});

function signAt(time) {
	vi.setSystemTime(new Date(time));
	return doorSign();
}

test.each([
	["2026-02-14T00:00", "closed"],
	["2026-02-14T13:59:59", "closed"],
	["2026-02-14T14:00", "open"],
	["2026-02-14T17:59:59", "open"],
	["2026-02-14T18:00", "closed"],
	["2026-02-06T16:00", "closed"],
	["2026-02-15T16:00", "closed"],
	["2026-02-16T16:00", "closed"]
])("at %s the door is %s", (time, sign) => {
	expect(signAt(time)).toBe(sign);
});

import { beforeEach, expect, test } from "vitest";
import { callNext, newDay, takeNumber, whoWaits } from "./counter.js";

beforeEach(() => {
	newDay();
});

test("numbers go up from 1", () => {
	expect(takeNumber()).toBe(1);
	expect(takeNumber()).toBe(2);
});

test("in the morning nobody waits", () => {
	expect(whoWaits()).toEqual([]);
	expect(callNext()).toBe(null);
});

test("who came first is called first, and waits no more", () => {
	takeNumber();
	takeNumber();
	takeNumber();
	expect(callNext()).toBe(1);
	expect(whoWaits()).toEqual([2, 3]);
	expect(callNext()).toBe(2);
	expect(callNext()).toBe(3);
	expect(callNext()).toBe(null);
});

test("a new day begins at 1 again", () => {
	takeNumber();
	takeNumber();
	newDay();
	expect(takeNumber()).toBe(1);
});

test("on a new day nobody waits from yesterday", () => {
	takeNumber();
	takeNumber();
	newDay();
	expect(whoWaits()).toEqual([]);
	expect(callNext()).toBe(null);
});

test("who changes the answer does not change the queue", () => {
	takeNumber();
	const answer = whoWaits();
	answer.push(99);
	expect(whoWaits()).toEqual([1]);
});

import { beforeEach, expect, test } from "vitest";
import { newQueue } from "./queue.js";

let queue;

beforeEach(() => {
	queue = newQueue();
});

test("a new queue is empty", () => {
	expect(queue.size()).toBe(0);
});

test("nobody is next", () => {
	expect(queue.next()).toBe(undefined);
});

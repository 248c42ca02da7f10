import { beforeEach, expect, test } from "vitest";
import { newQueue } from "./queue.js";

let queue;

beforeEach(() => {
	queue = newQueue();
	queue.arrive("Awa");
});

test("one person is waiting", () => {
	expect(queue.size()).toBe(1);
});

test("Awa is next", () => {
	expect(queue.next()).toBe("Awa");
});

test("nobody comes after Awa", () => {
	queue.next();

	expect(queue.next()).toBe(null);
	expect(queue.size()).toBe(0);
});

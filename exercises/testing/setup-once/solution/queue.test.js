import { beforeEach, expect, test } from "vitest";
import { newQueue } from "./queue.js";

let queue;

beforeEach(() => {
	queue = newQueue();
	queue.arrive("Awa");
	queue.arrive("Bilal");
	queue.arrive("Chen");
});

test("three people are waiting", () => {
	expect(queue.size()).toBe(3);
});

test("who came first is helped first", () => {
	expect(queue.next()).toBe("Awa");
	expect(queue.next()).toBe("Bilal");
});

test("who is helped leaves the queue", () => {
	queue.next();

	expect(queue.size()).toBe(2);
});

test("when all are helped, nobody is next", () => {
	queue.next();
	queue.next();
	queue.next();

	expect(queue.next()).toBe(null);
	expect(queue.size()).toBe(0);
});

import { expect, test } from "vitest";
import { newQueue } from "./queue.js";

const queue = newQueue();
queue.arrive("Awa");
queue.arrive("Bilal");

test("who is helped leaves the queue", () => {
	queue.next();

	expect(queue.size()).toBe(1);
});

test("Awa is first", () => {
	expect(queue.next()).toBe("Awa");
});

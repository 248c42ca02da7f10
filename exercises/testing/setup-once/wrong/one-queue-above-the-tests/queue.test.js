import { expect, test } from "vitest";
import { newQueue } from "./queue.js";

const queue = newQueue();
queue.arrive("Awa");
queue.arrive("Bilal");

test("two wait", () => {
	expect(queue.size()).toBe(2);
});

test("Awa is first", () => {
	expect(queue.next()).toBe("Awa");
});

test("one is left", () => {
	expect(queue.size()).toBe(1);
});

test("then nobody", () => {
	expect(queue.next()).toBe("Bilal");
	expect(queue.next()).toBe(null);
	expect(queue.size()).toBe(0);
});

import { expect, test } from "vitest";
import { newQueue } from "./queue.js";

test("a whole morning", () => {
	const queue = newQueue();
	expect(queue.size()).toBe(0);

	queue.arrive("Awa");
	queue.arrive("Bilal");
	queue.arrive("Chen");
	expect(queue.size()).toBe(3);

	expect(queue.next()).toBe("Awa");
	expect(queue.next()).toBe("Bilal");
	expect(queue.size()).toBe(1);

	expect(queue.next()).toBe("Chen");
	expect(queue.next()).toBe(null);
});

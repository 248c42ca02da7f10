import { describe, expect, it } from "vitest";
import { newQueue } from "./queue.js";

const queueOf = (...names) => {
	const queue = newQueue();
	for (const name of names) queue.arrive(name);
	return queue;
};

describe("a queue", () => {
	it("is empty at first", () => {
		const queue = queueOf();
		expect(queue.size()).toBe(0);
		expect(queue.next()).toBeNull();
	});

	it("lets people go in the order in which they came", () => {
		const queue = queueOf("Lin", "Omar");
		expect([queue.next(), queue.next(), queue.next()]).toEqual(["Lin", "Omar", null]);
	});

	it("gets shorter", () => {
		const queue = queueOf("Lin", "Omar");
		queue.next();
		expect(queue.size()).toBe(1);
	});

	it("has its own people", () => {
		const here = queueOf("Lin");
		const there = queueOf("Omar");
		expect(here.next()).toBe("Lin");
		expect(there.size()).toBe(1);
	});
});

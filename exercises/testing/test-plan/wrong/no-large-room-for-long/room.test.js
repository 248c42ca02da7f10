import { expect, test } from "vitest";
import { roomPrice } from "./room.js";

test.each([
	{ people: 12, hours: 3, member: false, price: 30 },
	{ people: 12, hours: 4, member: false, price: 30 },
	{ people: 13, hours: 3, member: false, price: 48 },
	{ people: 12, hours: 4, member: true, price: 15 },
	{ people: 13, hours: 2, member: true, price: 16 }
])("$people people, $hours hours, member: $member", ({ people, hours, member, price }) => {
	expect(roomPrice(people, hours, member)).toBe(price);
});

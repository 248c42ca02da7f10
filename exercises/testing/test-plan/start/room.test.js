import { expect, test } from "vitest";
import { roomPrice } from "./room.js";

test.each([
	{ people: 8, hours: 2, member: false, price: 20 }
])("$people people, $hours hours, member: $member", ({ people, hours, member, price }) => {
	expect(roomPrice(people, hours, member)).toBe(price);
});

import { expect, test } from "vitest";
import { screen } from "@testing-library/dom";

test("nobody is inside less often than never", () => {
	expect(Number(screen.getByRole("status").textContent)).toBeGreaterThanOrEqual(0);
});

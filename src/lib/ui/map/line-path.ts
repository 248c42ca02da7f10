export interface Point {
	x: number;
	y: number;
}

/** The point `distance` before `to`, coming from `from`. */
function before(from: Point, to: Point, distance: number): Point {
	const length = Math.hypot(to.x - from.x, to.y - from.y);
	const part = length === 0 ? 0 : distance / length;
	return { x: to.x - (to.x - from.x) * part, y: to.y - (to.y - from.y) * part };
}

const write = ({ x, y }: Point): string => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;

/**
 * The corners of a line as the `d` of an SVG path with rounded corners. A corner between short legs takes at most
 * half of the shorter one, so that neighbouring curves never overlap.
 */
export function linePath(corners: readonly Point[], radius: number): string {
	return corners
		.map((corner, index) => {
			const previous = corners[index - 1];
			const next = corners[index + 1];
			if (!previous) return `M${write(corner)}`;
			if (!next) return `L${write(corner)}`;
			const legs = [previous, next].map((end) => Math.hypot(end.x - corner.x, end.y - corner.y) / 2);
			const cut = Math.min(radius, ...legs);
			return `L${write(before(previous, corner, cut))}Q${write(corner)} ${write(before(next, corner, cut))}`;
		})
		.join('');
}

/** Whether a point lies on one of the legs between the corners. */
export function isOnLine(point: Point, corners: readonly Point[]): boolean {
	return corners.slice(1).some((to, index) => {
		const from = corners[index] ?? to;
		const cross = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
		if (Math.abs(cross) > 1e-9) return false;
		const along = (point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y);
		return along >= 0 && along <= (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
	});
}

/**
 * How many of a long list's parts are drawn: `step` at once, then as many more in each frame until all are. A thousand
 * elements at once would hold an old laptop up. Called while a component is made.
 * @param total parts that there are; where there are fewer by far than were drawn, it is another list, and begins anew
 * @param list begins anew too when this is another one
 */
export function inSlices(
	total: () => number,
	step: number,
	list: () => unknown = () => null
): { readonly drawn: number } {
	let most = $state(step);
	// Before it is drawn.
	$effect.pre(() => {
		list();
		most = step;
	});
	$effect(() => {
		const all = total();
		if (all < most - step) most = step;
		if (all <= most) return;
		const frame = requestAnimationFrame(() => (most += step));
		return () => cancelAnimationFrame(frame);
	});
	return {
		get drawn() {
			return Math.min(most, total());
		}
	};
}

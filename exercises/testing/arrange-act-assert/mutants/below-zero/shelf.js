export function newShelf(laptops) {
	let left = laptops;

	return {
		count() {
			return left;
		},
		lend() {
			left = left - 1;
			return true;
		},
		takeBack() {
			if (left < laptops) left = left + 1;
		}
	};
}

export function newShelf(laptops) {
	let left = laptops;

	return {
		count() {
			return left;
		},
		lend() {
			if (left === 0) return false;
			left = left - 1;
			return true;
		},
		takeBack() {
			if (left < laptops) left = left + 1;
		}
	};
}

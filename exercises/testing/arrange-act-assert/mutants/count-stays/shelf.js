export function newShelf(laptops) {
	let left = laptops;

	return {
		count() {
			return left;
		},
		lend() {
			if (left === 0) return false;
			return true;
		},
		takeBack() {
			if (left < laptops) left = left + 1;
		}
	};
}

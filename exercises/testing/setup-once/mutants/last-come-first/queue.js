export function newQueue() {
	const names = [];

	return {
		size() {
			return names.length;
		},
		arrive(name) {
			names.push(name);
		},
		next() {
			if (names.length === 0) return null;
			return names.pop();
		}
	};
}

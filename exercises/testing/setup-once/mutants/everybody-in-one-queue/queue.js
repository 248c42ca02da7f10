const names = [];

export function newQueue() {
	return {
		size() {
			return names.length;
		},
		arrive(name) {
			names.push(name);
		},
		next() {
			if (names.length === 0) return null;
			return names.shift();
		}
	};
}

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
			return names.shift();
		}
	};
}

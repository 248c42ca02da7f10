let last = 0;
let waiting = [];

export function takeNumber() {
	last = last + 1;
	waiting.push(last);
	return last;
}

export function callNext() {
	return waiting.shift() ?? null;
}

export function whoWaits() {
	return [...waiting];
}

export function newDay() {
	last = 0;
}

export function shout(word) {
	const call = word + " ! ";

	return call + call + call;
}

console.log(shout("Kiwi"));

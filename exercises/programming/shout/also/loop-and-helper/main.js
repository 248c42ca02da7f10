function once(fruit) {
	return fruit + "!";
}

export function shout(word) {
	let call = once(word);
	for (let time = 2; time <= 3; time++) {
		call = call + " " + once(word);
	}
	return call;
}

console.log(shout("Kiwi"));

export function shout(word) {
	return word + "! " + word + "!";
}

console.log(shout("Kiwi"));

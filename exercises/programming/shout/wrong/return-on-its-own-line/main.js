export function shout(word) {
	return
	word + "! " + word + "! " + word + "!";
}

console.log(shout("Kiwi"));

export function shout(word) {
	console.log(word + "! " + word + "! " + word + "!");
}

shout("Kiwi");

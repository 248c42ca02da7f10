export function shout(word) {
	console.log("Karim: " + word);
	return (word + "! ").repeat(3);
}

console.log(shout("Kiwi"));

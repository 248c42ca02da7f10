export function shout(word) {
	return "Kiwi! Kiwi! Kiwi!";
}

console.log(shout("Kiwi"));

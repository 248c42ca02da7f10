export function shout() {
	
}

console.log(shout("Kiwi"));

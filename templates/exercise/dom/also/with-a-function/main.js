const message = document.getElementById("message");
const left = document.getElementById("left");

function count() {
	left.textContent = String(20 - message.value.length);
}

message.addEventListener("input", count);
count();

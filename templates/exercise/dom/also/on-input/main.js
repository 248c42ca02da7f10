const message = document.getElementById("message");
const left = document.getElementById("left");

message.oninput = function () {
	left.textContent = String(20 - this.value.length);
};

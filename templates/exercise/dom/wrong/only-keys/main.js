const message = document.querySelector("#message");
const left = document.querySelector("#left");

message.addEventListener("keyup", () => {
	left.textContent = 20 - message.value.length;
});

const message = document.querySelector("#message");
const left = document.querySelector("#left");

function show() {
	left.textContent = message.value.length;
}

message.addEventListener("input", show);
show();

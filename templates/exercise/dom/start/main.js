const message = document.querySelector("#message");
const left = document.querySelector("#left");


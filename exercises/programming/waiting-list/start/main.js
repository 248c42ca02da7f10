const form = document.querySelector("#form");
const input = document.querySelector("#name");
const list = document.querySelector("#list");

form.addEventListener("submit", (event) => {
	event.preventDefault();

});

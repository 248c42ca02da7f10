const form = document.querySelector("#form");
const input = document.querySelector("#name");
const list = document.querySelector("#list");

form.addEventListener("submit", function (event) {
	event.preventDefault();

	const text = input.value.trim();
	if (text.length === 0) {
		return;
	}

	const line = document.createElement("li");
	line.textContent = text;
	list.append(line);
	input.value = "";
});

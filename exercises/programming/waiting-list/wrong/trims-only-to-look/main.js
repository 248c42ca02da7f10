const form = document.querySelector("#form");
const input = document.querySelector("#name");
const list = document.querySelector("#list");

form.addEventListener("submit", (event) => {
	event.preventDefault();

	const text = input.value;
	if (text.trim() === "") {
		return;
	}

	const line = document.createElement("li");
	line.textContent = text;
	list.append(line);
	input.value = "";
});

const form = document.querySelector("#form");
const input = document.querySelector("#name");
const list = document.querySelector("#list");

const line = document.createElement("li");

form.addEventListener("submit", (event) => {
	event.preventDefault();

	const text = input.value.trim();
	if (text === "") {
		return;
	}

	line.textContent = text;
	list.append(line);
	input.value = "";
});

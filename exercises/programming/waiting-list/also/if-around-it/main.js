const form = document.querySelector("#form");
const input = document.querySelector("#name");
const list = document.querySelector("#list");

form.addEventListener("submit", (event) => {
	event.preventDefault();

	const text = input.value.trim();
	if (text !== "") {
		const line = document.createElement("li");
		line.append(text);
		list.appendChild(line);
		form.reset();
	}
});

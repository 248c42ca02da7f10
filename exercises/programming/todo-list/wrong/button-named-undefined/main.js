const form = document.querySelector("#form");
const input = document.querySelector("#task");
const list = document.querySelector("#list");

function addTask(text) {
	const item = document.createElement("li");

	const label = document.createElement("label");
	const box = document.createElement("input");
	box.type = "checkbox";
	label.append(box, " ", text);

	const remove = document.createElement("button");
	remove.textContent = "×";
	remove.setAttribute("aria-label", "× " + text.value);
	remove.addEventListener("click", () => {
		item.remove();
	});

	item.append(label, " ", remove);
	list.append(item);
}

form.addEventListener("submit", (event) => {
	event.preventDefault();

	const text = input.value.trim();
	if (text === "") {
		return;
	}
	addTask(text);
	input.value = "";
});

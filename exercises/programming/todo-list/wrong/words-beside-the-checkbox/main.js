const form = document.querySelector("#form");
const input = document.querySelector("#task");
const list = document.querySelector("#list");

function addTask(text) {
	const item = document.createElement("li");

	const box = document.createElement("input");
	box.type = "checkbox";

	const remove = document.createElement("button");
	remove.textContent = "×";
	remove.setAttribute("aria-label", "× " + text);
	remove.addEventListener("click", () => {
		item.remove();
	});

	item.append(box, " ", text, " ", remove);
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

const form = document.querySelector("#form");
const input = document.querySelector("#task");
const list = document.querySelector("#list");

function addTask(text) {
	const item = document.createElement("li");
const label = document.createElement("label"); const box = document.createElement("input"); box.type = "checkbox"; label.append(box, text);const button = document.createElement("button"); button.textContent = "×"; button.addEventListener("click", item.remove()); item.append(label, button); list.append(item);
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

const form = document.querySelector("#form");
const input = document.querySelector("#task");
const list = document.querySelector("#list");

function addTask(text) {
	const item = document.createElement("li");

	list.append(item);
}

form.addEventListener("submit", (event) => {
	event.preventDefault();

});

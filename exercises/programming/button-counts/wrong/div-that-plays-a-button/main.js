const count = document.querySelector("#count");
const plus = document.querySelector("#plus");

let visitors = 0;

function add() {
	visitors = visitors + 1;
	count.textContent = visitors;
}

plus.addEventListener("click", add);
plus.addEventListener("keydown", (event) => {
	if (event.key === "Enter" || event.key === " ") {
		add();
	}
});

const count = document.querySelector("#count");
const plus = document.querySelector("#plus");

let visitors = 0;

function countVisitor() {
	visitors = visitors + 1;
	count.textContent = visitors;
}

plus.addEventListener("click", countVisitor());

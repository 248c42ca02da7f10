const count = document.querySelector("#count");
const plus = document.querySelector("#plus");

plus.addEventListener("click", () => {
	let visitors = 0;
	visitors = visitors + 1;
	count.textContent = visitors;
});

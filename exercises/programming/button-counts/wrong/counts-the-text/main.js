const count = document.querySelector("#count");
const plus = document.querySelector("#plus");

let visitors = 0;

plus.addEventListener("click", () => {
	count.textContent = Number(count.textContent) + 1;
});

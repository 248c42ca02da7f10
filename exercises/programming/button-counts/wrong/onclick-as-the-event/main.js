const count = document.querySelector("#count");
const plus = document.querySelector("#plus");

let visitors = 0;

plus.addEventListener("onclick", () => {
	visitors = visitors + 1;
	count.textContent = visitors;
});

const count = document.querySelector("#count");
const plus = document.querySelector("#plus");

let visitors = 0;


const toggle = document.querySelector("#toggle");
const menu = document.querySelector("#menu");

function setOpen(open) {

}

const list = document.querySelector("#stations");

const response = await fetch("stations.json");
const text = await response.text();
const stations = JSON.parse(text);

for (let i = 0; i <= stations.length; i++) {
	const item = document.createElement("li");
	const name = document.createElement("strong");
	name.textContent = stations[i].name;
	item.append(name, ": ", stations[i].bikes, " vélos");
	list.append(item);
}

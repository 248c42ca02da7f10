const list = document.querySelector("#stations");

function addStation(station) {
	const item = document.createElement("li");
	item.textContent = station.name;
	list.append(item);
}

async function showStations() {

}

showStations();

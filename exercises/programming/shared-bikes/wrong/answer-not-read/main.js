const list = document.querySelector("#stations");

function addStation(station) {
	const item = document.createElement("li");
	item.textContent = station.name + ": " + station.bikes;
	list.append(item);
}

async function showStations() {
	const response = await fetch("stations.json");

	for (const station of response) {
		addStation(station);
	}
}

showStations();

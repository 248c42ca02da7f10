const list = document.querySelector("#stations");

function addStation(station) {
	const item = document.createElement("li");
	item.textContent = station.name + ": " + station.bikes;
	list.append(item);
}

async function showStations() {
	const response = await fetch("stations.json");
	const stations = await response.json();

	addStation(stations[0]);
	addStation(stations[1]);
	addStation(stations[2]);
	addStation(stations[3]);
}

showStations();

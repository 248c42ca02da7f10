const list = document.querySelector("#stations");

function addStation(station) {
	const item = document.createElement("li");
	item.textContent = station.name + ": " + station.bikes;
	list.append(item);
}

async function showStations() {
	const response = await fetch("stations.json");
	const stations = await response.json();
	for (const station of stations) addStation(station);
}

showStations();
showStations();

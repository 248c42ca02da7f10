const list = document.querySelector("#stations");
const message = document.querySelector("#message");

function addStation(station) {
	const item = document.createElement("li");
	item.textContent = station.name + ": " + station.bikes;
	list.append(item);
}

async function showStations() {
try {
	const response = await fetch("stations.json");
	if (!response.ok) { message.textContent = "serveur"; return; }
	const stations = await response.json();
	if (stations.every((s) => s.bikes === 0)) message.textContent = "vide";
	for (const station of stations) addStation(station);
} catch {
	message.textContent = "réseau";
}
}

showStations();

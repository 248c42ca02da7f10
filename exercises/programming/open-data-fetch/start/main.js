const list = document.querySelector("#stations");
const message = document.querySelector("#message");

async function showStations() {
	const response = await fetch("stations.json");
	const stations = await response.json();

	for (const station of stations) {
		const item = document.createElement("li");
		item.textContent = station.name;
		list.append(item);
	}
}

showStations();

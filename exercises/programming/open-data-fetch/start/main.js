const list = document.querySelector("#stations");
const message = document.querySelector("#message");

async function showStations() {
	const response = await fetch("stations.json");
	const stations = await response.json();

}

showStations();

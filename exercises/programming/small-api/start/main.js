import { createServer } from "node:http";
import { stops } from "./stops.js";

function send(response, status, data) {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(data));
}

const server = createServer((request, response) => {
	send(response, 200, {});
});

server.listen(3000);

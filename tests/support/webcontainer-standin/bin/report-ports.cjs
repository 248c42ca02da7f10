// Loaded into every process of Node of the stand-in: says which ports its servers listen on.
const net = process.getBuiltinModule('node:net');
const { stringify } = JSON;
const control = Number(process.env.STANDIN_PORTS);
const { listen } = net.Server.prototype;
let socket;

function say(port, status) {
	if (!socket) {
		socket = net.connect(control, '127.0.0.1');
		socket.on('error', () => {});
		socket.unref();
	}
	socket.write(stringify({ port, status }) + '\n');
}

net.Server.prototype.listen = function (...args) {
	this.once('listening', () => {
		const address = this.address();
		if (!address || typeof address === 'string') return;
		say(address.port, 'open');
		this.once('close', () => say(address.port, 'close'));
	});
	return listen.apply(this, args);
};

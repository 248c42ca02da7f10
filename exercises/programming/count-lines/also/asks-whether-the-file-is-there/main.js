import { existsSync, readFileSync } from 'node:fs';

function count(text) {
	let total = 0;
	const lines = text.trim().split(/\r?\n/);
	for (let i = 0; i < lines.length; i += 1) {
		const name = lines[i].trim();
		if (name === '') continue;
		total = total + 1;
	}
	return total;
}

if (existsSync('visitors.txt')) {
	console.log('Visiteurs :', count(readFileSync('visitors.txt', 'utf8')));
} else {
	console.error("Le fichier visitors.txt n'est pas là.");
	process.exit(1);
}

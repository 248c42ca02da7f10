const words = process.argv.slice(2);

function toNumber(word = '') {
	return Number.parseFloat(word.replace(',', '.'));
}

if (words[0] === '--help' || words[0] === '-h') {
	console.log(`Utilisation : node main.js prix kilos`);
	process.exit(0);
}

const price = toNumber(words[0]);
const kilos = toNumber(words[1]);

if (Number.isNaN(price) || Number.isNaN(kilos) || price <= 0 || kilos <= 0) {
	console.error('Il faut deux nombres.');
	process.exit(1);
}

console.log(`Total : ${(price * kilos).toFixed(2).replace('.', ',')} €`);

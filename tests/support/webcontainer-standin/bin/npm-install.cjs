// `npm install` without a network: packages are linked from the project's own node_modules.
const { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } = require('node:fs');
const { dirname, join } = require('node:path');

const mode = process.env.STANDIN_INSTALL;
const source = join(__dirname, '../../../../node_modules');
const { dependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
console.log('\u001b[2Knpm is looking for \u001b[1mpackages\u001b[22m');
if (mode === 'hangs') setInterval(() => {}, 1000);
else if (mode === 'fails') {
	console.error('npm error network request failed');
	process.exitCode = 1;
} else {
	for (const [name, version] of Object.entries(dependencies)) {
		if (!existsSync(join(source, name))) {
			console.error(`npm error 404 Not Found: ${name}@${version}`);
			process.exit(1);
		}
		const link = join('node_modules', name);
		mkdirSync(dirname(link), { recursive: true });
		rmSync(link, { recursive: true, force: true });
		symlinkSync(join(source, name), link);
	}
	console.log(`added ${Object.keys(dependencies).length} packages`);
}

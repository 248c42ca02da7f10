// `npm install` without a network: packages are linked from the project's own node_modules.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const mode = process.env.STANDIN_INSTALL;
const source = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
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

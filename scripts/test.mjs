import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { FAILED_FILES } from './failed-files.mjs';

/** Where Playwright writes which paths failed, in the same shape. */
const LAST_PATHS = new URL('../test-results/.last-run.json', import.meta.url);

/**
 * `npm test`: everything, in the order in which a failure is cheapest to find. Parts of one step run side by side; the
 * first step in which something fails is the last. With `--thorough`, random cases are many more, and slow engines run
 * everything (tests/support/thorough.ts).
 */
const browser = ensureBrowser();
console.log(`Browser: ${browser}`);
const thorough = process.argv.includes('--thorough') ? { THOROUGH: '1' } : {};
const env = { ...process.env, ...thorough, CHROMIUM: browser };

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {{ list: URL, args: (failed: string[]) => string[] }} [again] Where what failed is listed, and how that is tried once more,
 * alone: tests that wait for browsers fail beside others, on a machine that has too much to do (decision 0018).
 */
/** @type {Part[][]} */
const steps = [
	[
		{ name: 'types, lint, format, architecture', command: 'npm', args: ['run', '--silent', 'check'] },
		{ name: 'build', command: 'npm', args: ['run', '--silent', 'build'] }
	],
	[
		{
			name: 'unit, engine and exercise tests',
			command: 'npx',
			args: ['vitest', 'run'],
			again: { list: FAILED_FILES, args: (failed) => ['vitest', 'run', '--maxWorkers=1', ...failed] }
		}
	],
	[
		{
			name: 'paths of people',
			command: 'npx',
			args: ['playwright', 'test'],
			again: { list: LAST_PATHS, args: () => ['playwright', 'test', '--last-failed', '--workers=1'] }
		}
	]
];

/** More than so many that fail are no accident. */
const MOST_AGAIN = 10;

/**
 * What failed: null for nothing, for too much, and where nobody wrote it down.
 * @param {URL} list
 * @returns {string[] | null}
 */
function fewFailed(list) {
	try {
		const { failedTests } = JSON.parse(readFileSync(list, 'utf8'));
		return failedTests.length > 0 && failedTests.length <= MOST_AGAIN ? failedTests : null;
	} catch {
		return null;
	}
}

/**
 * @param {Part} part
 * @param {boolean} alone Otherwise its output is printed when it ends, so that two parts do not mix theirs.
 * @returns {Promise<number>} Its exit code.
 */
function run({ name, command, args }, alone) {
	const started = performance.now();
	let output = '';
	if (alone) console.log(`\n# ${name}`);
	return new Promise((resolve) => {
		const child = spawn(command, args, { stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'], env });
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
		child.on('error', (error) => (output += `${error.message}\n`));
		child.on('close', (code) => {
			if (!alone) process.stdout.write(`\n# ${name}\n${output}`);
			console.log(`# ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
			resolve(code ?? 1);
		});
	});
}

/**
 * @param {Part} part
 * @param {boolean} alone
 */
async function runTwice(part, alone) {
	const { again } = part;
	if (again) rmSync(again.list, { force: true });
	const code = await run(part, alone);
	const failed = code !== 0 && again ? fewFailed(again.list) : null;
	if (!again || !failed) return code;
	console.log(
		`\n# What failed of "${part.name}" is tried once more, alone. What passes now is a defect to look for: see above.`
	);
	return run({ ...part, args: again.args(failed) }, true);
}

for (const parts of steps) {
	const codes = await Promise.all(
		parts.map(async (part) => {
			const code = await runTwice(part, parts.length === 1);
			if (code !== 0) console.error(`\n"${part.name}" failed.`);
			return code;
		})
	);
	const failed = codes.find((code) => code !== 0);
	if (failed !== undefined) process.exit(failed);
}

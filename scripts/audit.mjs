import { spawnSync } from 'node:child_process';

/**
 * `npm run audit`: what the registry knows of our packages. Ends with 1 where it knows something that nobody has looked
 * at yet, with 2 where the registry cannot be asked. Asked by hand and before a release: a test must not fail because of
 * what somebody published today.
 */

/**
 * What was looked at and does not matter here: address of the advisory → why. An entry that the registry no longer names
 * is said too, so that the list does not outlive its reasons.
 * @type {Readonly<Record<string, string>>}
 */
const LOOKED_AT = {
	'https://github.com/advisories/GHSA-pxg6-pf52-xh8x':
		'cookie 0.6 under SvelteKit takes names, paths and domains of cookies out of their place. Ours are fixed words of this project; no request chooses one.'
};

/** @typedef {{ title: string, url: string, severity: string, range: string }} Advisory */
/** @typedef {{ via: (Advisory | string)[], fixAvailable: unknown }} Finding */

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
/** @type {{ vulnerabilities?: Record<string, Finding> }} */
let answer = {};
try {
	answer = JSON.parse(stdout);
} catch {
	// Said below: no answer that can be read is no answer.
}
if (!answer.vulnerabilities) {
	console.error('The registry cannot be asked, so nothing is known. Try again where npm reaches it.');
	process.exit(2);
}

const seen = new Set();
let open = 0;
for (const [name, { via, fixAvailable }] of Object.entries(answer.vulnerabilities)) {
	for (const advisory of via) {
		// A name stands for what another package brings: that one has a row of its own.
		if (typeof advisory === 'string' || seen.has(advisory.url)) continue;
		seen.add(advisory.url);
		const why = LOOKED_AT[advisory.url];
		if (why === undefined) open++;
		console.log(
			`${why === undefined ? 'NEW      ' : 'looked at'} ${advisory.severity} ${name} ${advisory.range}`
		);
		console.log(`          ${advisory.title}\n          ${advisory.url}`);
		console.log(
			`          ${why ?? (fixAvailable ? 'There is a version without it.' : 'There is no version without it yet.')}`
		);
	}
}
for (const url of Object.keys(LOOKED_AT)) {
	if (!seen.has(url)) console.log(`No longer named, take it off the list in scripts/audit.mjs: ${url}`);
}
console.log(`${seen.size} known, ${open} of them not looked at yet.`);
process.exitCode = open > 0 ? 1 : 0;

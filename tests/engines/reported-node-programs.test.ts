import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileMap } from '../../src/lib/contract/exercise.ts';
import { solutionFiles } from '../../src/lib/kinds/submitted-files.ts';
import type { Outcome } from '../../src/lib/pipeline.ts';
import { openDenoPool } from '../support/deno-pool.ts';
import { checkHandIn, openOwnExercises, verdictOf } from '../support/exercise-hand-ins.ts';
import { openNative } from './subjects/native.ts';
import { verifierFor } from './subjects/remote.ts';
import { openWebcontainer } from './subjects/webcontainer.ts';

const { catalog, exercises } = await openOwnExercises();
const exercise = (id: string) => exercises.find((one) => one.id === id)!;
const COUNT_LINES = 'programming/count-lines';

type Check = (id: string, files: FileMap) => Promise<Pick<Outcome, 'report' | 'grade'>>;

/** A check where it runs, and how to end it. */
const PLACES: readonly (readonly [string, () => Promise<{ check: Check; close: () => unknown }>])[] = [
	[
		'a thread of Node',
		async () => {
			const { session, close } = await openNative('node')();
			return { check: (id, files) => checkHandIn(catalog, id, files, session), close };
		}
	],
	[
		'a container, played by a stand-in',
		async () => {
			const { session, close } = await openWebcontainer();
			return { check: (id, files) => checkHandIn(catalog, id, files, session), close };
		}
	],
	[
		'the server',
		async () => {
			const pool = await openDenoPool();
			const verifier = verifierFor(pool, catalog);
			return {
				check: (id, files) =>
					verifier.verify(
						{
							exercise: { id, hash: exercise(id).hash },
							mode: 'check',
							submission: { 'main.js': files['main.js']! },
							runId: 'reported'
						},
						{ client: 'test', signal: new AbortController().signal }
					),
				close: () => pool.dispose()
			};
		}
	]
];

/** Programs that break, what of them a learner is told, and where it is. */
const BROKEN: [what: string, id: string, change: (main: string) => string, message: string, line: number][] =
	[
		[
			'one letter too few in its last line',
			COUNT_LINES,
			() =>
				'import { readFileSync } from "node:fs";\n\nconst guests = readFileSync("visitors.txt", "utf8").split("\\n");\n\nconsole.log(guest.length);\n',
			'guest is not defined',
			5
		],
		[
			'a question that waits for a person',
			COUNT_LINES,
			(main) => main.replace('\n\n', '\n\nconst file = prompt("Which file?");\n'),
			'prompt is not defined',
			3
		],
		[
			'a server that asks for a name that nobody made',
			'programming/small-api',
			(main) => main.replace('=> {\n\tif', '=> {\n\tconst colour = theme.colour;\n\tif'),
			'theme is not defined',
			10
		]
	];

const COUNTING = 'console.log(guests.filter((guest) => guest.trim()).length);';
const MISSING = 'console.error("Where is visitors.txt?");\n\tprocess.exitCode = 1;';

/** Right programs that are no modules. */
const COMMON_JS: [what: string, main: string][] = [
	[
		'the folder of the program, with __dirname',
		`const fs = require("node:fs");
try {
	const guests = fs.readFileSync(__dirname + "/visitors.txt", "utf8").split("\\n");
	${COUNTING}
} catch {
	${MISSING}
}
`
	],
	[
		'whether it is the program that was started',
		`const fs = require("fs");
function start() {
	if (!fs.existsSync("visitors.txt")) {
	${MISSING}
		return;
	}
	const guests = fs.readFileSync("visitors.txt", "utf8").split("\\n");
	${COUNTING}
}
if (require.main === module && __filename.endsWith("main.js")) start();
`
	]
];

describe.each(PLACES)('in %s', (_, open) => {
	let place: Awaited<ReturnType<typeof open>>;
	beforeAll(async () => void (place = await open()), 60_000);
	afterAll(() => place?.close());

	test.each(BROKEN)(
		'of %s the error and its line are told',
		{ timeout: 60_000 },
		async (...[, id, change, message, line]) => {
			const files = solutionFiles(exercise(id));
			const main = change(files['main.js']!);
			expect(main).not.toBe(files['main.js']);
			const { report, grade } = await place.check(id, { ...files, 'main.js': main });
			const [run] = report.runs;
			const first = run!.tests.find(({ state }) => state === 'fail');
			expect(grade?.passed).toBe(false);
			expect(first?.failure).toMatchObject({ kind: 'error', message, location: { file: 'main.js', line } });
			const said = `Uncaught ReferenceError: ${message} (main.js:${line})`;
			expect(run!.console.map(({ text }) => text)).toContain(said);
		}
	);

	test.each(COMMON_JS)('a program that asks for %s passes', { timeout: 60_000 }, async (_what, main) => {
		const files = { ...solutionFiles(exercise(COUNT_LINES)), 'main.js': main };
		expect(verdictOf(await place.check(COUNT_LINES, files))).toBe('passes');
	});
});

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { compileSuite } from '../../src/lib/compile/compile-suite.ts';
import type { CompiledSuite, FileMap } from '../../src/lib/contract/exercise.ts';
import type { Plan } from '../../src/lib/contract/plan.ts';
import type { Failure, RunStatus, TestResult } from '../../src/lib/contract/report.ts';
import { collectTestNames } from '../../src/lib/server/threads/native-engine.ts';
import { nodeHarnesses } from '../support/make-plan.ts';
import { noteMocked } from '../support/mocked-modules.ts';
import { remembered } from '../support/remembered.ts';

/** `expect.json` of an outcome folder. What is left out is not looked at. */
export interface Expectation {
	why: string;
	mode?: Plan['mode'];
	entry?: string;
	/** The one engine of which this is asserted in the table; `why` says why. */
	only?: string;
	timeMs?: number;
	status: RunStatus;
	tests?: { name: string; state: TestResult['state']; failure?: Partial<Failure> | null }[];
	failure?: Partial<Failure> | null;
	unhandled?: Partial<Failure>[];
	diagnostics?: object[];
	console?: { text: string }[];
	consoleStartsWith?: string[];
	consoleLevels?: string[];
	consoleEndsWith?: string[];
	/** Lines in all: what is shown and what was left out. */
	printedLines?: number;
	/** Characters of the only line: what is shown and what was left out. */
	printedChars?: number;
	consoleTruncated?: boolean;
	/** Codes of the grade, in order; null for a run. */
	grade?: string[];
}

export interface OutcomeFixture {
	name: string;
	/** Relative to start/. */
	files: FileMap;
	/** What the suite is collected beside: `reference/` laid over `start/`. */
	reference: FileMap;
	/** `tests/…` of a check, `examples/…` of a run. */
	suite: FileMap;
	expect: Expectation;
}

const ROOT = fileURLToPath(new URL('../fixtures/outcomes', import.meta.url));

function readTree(folder: string): FileMap {
	if (!statSync(folder, { throwIfNoEntry: false })) return {};
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const files = paths.filter((path) => statSync(join(folder, path)).isFile());
	return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The part of a tree below one of its folders; `keep` leaves the folder's name in the paths. */
function below(tree: FileMap, folder: string, keep = false): FileMap {
	const inside = Object.entries(tree).filter(([path]) => path.startsWith(`${folder}/`));
	return Object.fromEntries(
		inside.map(([path, text]) => [keep ? path : path.slice(folder.length + 1), text])
	);
}

/** Every folder of tests/fixtures/outcomes. */
export function readOutcomes(): OutcomeFixture[] {
	return readdirSync(ROOT).map((name) => {
		const tree = readTree(join(ROOT, name));
		const files = below(tree, 'start');
		return {
			name,
			files,
			reference: { ...files, ...below(tree, 'reference') },
			suite: { ...below(tree, 'tests', true), ...below(tree, 'examples', true) },
			expect: JSON.parse(tree['expect.json'] ?? '{}') as Expectation
		};
	});
}

/** A suite as the site sends it, and the modules that it replaces. */
type FixtureSuite = CompiledSuite & { mocked: readonly string[] };

async function compileSuiteOf({ name, suite, reference: files }: OutcomeFixture): Promise<FixtureSuite> {
	const script = await compileSuite(esbuild, suite, files, 'worker');
	const source = { files, entry: 'main.js', mocked: script.mocked, need: 'worker' as const, packages: [] };
	const reference = await compileLearner(esbuild, source);
	if (!reference.ok)
		throw new Error(`${name}: the reference does not compile: ${reference.diagnostics[0]?.text}`);
	const expected = await collectTestNames(await nodeHarnesses(), {
		need: 'worker',
		learner: reference.script,
		files,
		packages: { versions: {}, code: null },
		suite: script
	});
	return { ...script, hash: 'hash', expected, translations: { tests: {}, messages: {} } };
}

/** The fixture's suite as the site would send it, collected beside its reference; null where it has none. */
export async function compileFixtureSuite(fixture: OutcomeFixture): Promise<FixtureSuite | null> {
	const { suite, reference } = fixture;
	if (Object.keys(suite).length === 0) return null;
	return noteMocked(await remembered({ outcome: { suite, reference } }, () => compileSuiteOf(fixture)));
}

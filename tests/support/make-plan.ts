import * as esbuild from 'esbuild';
import { compileLearner } from '../../src/lib/compile/compile-learner.ts';
import { compileSuite } from '../../src/lib/compile/compile-suite.ts';
import type { EngineNeed, FileMap } from '../../src/lib/contract/exercise.ts';
import type { Diagnostic } from '../../src/lib/contract/diagnostic.ts';
import { OUTPUT_CHARS, type Plan } from '../../src/lib/contract/plan.ts';
import { bundlePackages } from '../../src/lib/server/catalog/bundle-packages.ts';
import { collectTestNames, type Harnesses } from '../../src/lib/server/threads/native-engine.ts';
import { cachedHarness } from '../../src/build/harness-cache.ts';
import { buildHarnesses } from '../../src/build/harness-kinds.ts';
import { noteMocked } from './mocked-modules.ts';
import { remembered } from './remembered.ts';

let harnesses: Promise<Harnesses> | undefined;
/** The harnesses for Node, bundled once for all test files. */
export const nodeHarnesses = (): Promise<Harnesses> => (harnesses ??= buildHarnesses(cachedHarness));

export interface Fixture {
	/** Relative to start/. */
	files: FileMap;
	/** Default: `worker`. */
	need?: EngineNeed;
	/** Default: `main.js`. */
	entry?: string;
	/** `tests/…` */
	suite: FileMap;
	/** What the suite is collected beside; default: `files`. */
	reference?: FileMap;
	mode?: Plan['mode'];
	start?: Plan['start'];
	timeMs?: number;
	outputChars?: number;
	allowPrototype?: boolean;
	allowsUnhandled?: readonly string[];
	/** npm packages of the repository: name → version. */
	packages?: Readonly<Record<string, string>>;
	/** Instead of collecting: expected names. */
	expected?: readonly string[];
}

/** Of a program that ends by itself, on a machine with much else to do. */
export const AMPLE_MS = 10_000;

let count = 0;

class CompileFailed extends Error {
	constructor(readonly diagnostics: readonly Diagnostic[]) {
		super(diagnostics.map((diagnostic) => diagnostic.text).join('\n'));
	}
}

type Compiled = Pick<Plan, 'learner' | 'packages'> & {
	suite: NonNullable<Plan['suite']> & { mocked: readonly string[] };
};

async function compileFixture(
	fixture: Pick<Fixture, 'files' | 'suite' | 'expected'> &
		Required<Pick<Fixture, 'need' | 'entry' | 'reference' | 'packages'>>
): Promise<Compiled> {
	const { files, suite, reference, need, entry, packages: versions, expected } = fixture;
	const script = await compileSuite(esbuild, suite, { ...reference, ...files }, need);
	const compile = async (sources: FileMap) => {
		const source = { files: sources, entry, mocked: script.mocked, need, packages: Object.keys(versions) };
		const result = await compileLearner(esbuild, source);
		if (!result.ok) throw new CompileFailed(result.diagnostics);
		return result.script;
	};
	const learner = await compile(files);
	const packages = { versions, code: await bundlePackages(process.cwd(), versions) };
	if (expected) return { learner, packages, suite: { ...script, expected } };
	const collected = await collectTestNames(await nodeHarnesses(), {
		need,
		learner: await compile(reference),
		files: reference,
		packages,
		suite: script
	});
	return { learner, packages, suite: { ...script, expected: collected } };
}

/** A plan from files in memory, compiled as the site compiles. Throws `CompileFailed`. */
export async function makePlan(fixture: Fixture): Promise<Plan> {
	const { files, suite, reference = files, need = 'worker', entry = 'main.js', packages = {} } = fixture;
	const { expected } = fixture;
	const source = { files, suite, reference, need, entry, packages, ...(expected && { expected }) };
	const compiled = await remembered(source, () => compileFixture(source));
	noteMocked(compiled.suite);
	return {
		version: 1,
		runId: `run-${++count}`,
		exercise: { id: 'fixtures/one', hash: 'hash' },
		mode: fixture.mode ?? 'check',
		need,
		submission: files,
		files,
		...compiled,
		entry,
		...(fixture.start && { start: fixture.start }),
		runs: [{ id: 'suite', input: null }],
		limits: { timeMs: fixture.timeMs ?? AMPLE_MS, outputChars: fixture.outputChars ?? OUTPUT_CHARS },
		allowPrototype: fixture.allowPrototype ?? false,
		allowsUnhandled: fixture.allowsUnhandled ?? []
	};
}

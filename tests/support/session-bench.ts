import { vi } from 'vitest';
import type { CompileResult, Compiler, LearnerSource } from '../../src/lib/compile/compiler.ts';
import type { CompiledSuite } from '../../src/lib/contract/exercise.ts';
import type { PublicCode } from '../../src/lib/kinds/code-workbench.ts';
import { FakeEngine } from '../../src/lib/engines/fake.ts';
import { EngineHost } from '../../src/lib/workspace/engines/engine-host.ts';
import { resultKeeper } from '../../src/lib/workspace/run/kept-result.ts';
import { memoryBackend } from '../../src/lib/workspace/storage/storage-backend.ts';
import { createStorage, type Storage } from '../../src/lib/workspace/storage/storage.ts';
import { CodeSession, type CodeState } from '../../src/lib/workspace/code/code-session.ts';

export const exercise: PublicCode = {
	id: 'programming/shout',
	hash: 'h1',
	locale: 'fr',
	title: 'Crier',
	kind: 'code',
	workbench: 'code',
	need: 'worker',
	briefHtml: '',
	hintsHtml: ['a', 'b'],
	files: [
		{ path: 'main.js', editable: true, text: 'start' },
		{ path: 'data.js', editable: false, text: 'fixed' }
	],
	entry: 'main.js',
	timeLimitMs: 2000,
	points: 10,
	level: 1,
	minutes: 10,
	skills: ['functions'],
	prerequisites: [],
	allowPrototype: false,
	allowsUnhandled: [],
	hasExamples: true,
	mocked: [],
	packages: {},
	serves: false,
	textLocale: 'fr',
	formerly: [],
	origin: null
};
export const suite: CompiledSuite = {
	hash: 'h1',
	code: '',
	statics: [],
	expected: ['adds', 'shouts'],
	translations: { tests: { adds: 'additionne' }, messages: {} }
};

/** One engine, as if it were the only one there is. */
const hostOf = (only: FakeEngine): EngineHost =>
	new EngineHost({
		load: () => Promise.resolve(only),
		facts: () => ({
			need: 'worker',
			device: { isolated: true, workers: true, ios: false, memoryGb: null, slowLine: false },
			operator: { webcontainer: false, remote: false, prefer: [] },
			online: true
		}),
		preflight: () => Promise.resolve('unknown'),
		agreement: { read: () => null, write: () => undefined },
		findings: { read: () => new Map(), write: () => undefined },
		wish: { read: () => null, write: () => undefined }
	});

class FakeCompiler implements Compiler {
	readonly sources: LearnerSource[] = [];
	result: CompileResult | Error = { ok: true, script: { code: 'x', map: '{}', pages: {} }, warnings: [] };

	async compile(source: LearnerSource): Promise<CompileResult> {
		this.sources.push(source);
		if (this.result instanceof Error) throw this.result;
		return this.result;
	}
}

/** Lets everything that is ready to go on, go on. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

export const line = (text: string, during: string | null = null) =>
	({ level: 'log', text, test: during }) as const;

const EMPTY_RUN = {
	status: 'ran' as const,
	failure: null,
	unhandled: [],
	consoleTruncated: false,
	durationMs: 1
};

/** What a tab's storage holds; null: none. */
export type TabStorage = Parameters<typeof resultKeeper>[0];

/** What the sessions of one test stand on, and what they did. */
export class SessionBench {
	readonly engine = new FakeEngine();
	readonly compiler = new FakeCompiler();
	readonly states: CodeState[] = [];
	readonly storage: Storage;
	fetchSuite: () => Promise<CompiledSuite | null> = () => Promise.resolve(suite);

	constructor(storage: Storage) {
		this.storage = storage;
	}

	async open(
		target = exercise,
		kept = Promise.resolve(this.storage),
		tab: TabStorage = null
	): Promise<CodeSession> {
		let run = 0;
		let second = 0;
		const opened = new CodeSession(
			target,
			{
				compiler: this.compiler,
				engine: hostOf(this.engine),
				suite: () => this.fetchSuite(),
				keptSuite: () => null,
				storage: kept,
				kept: resultKeeper(tab, target, 'passerelle'),
				now: () => `2026-11-22T10:00:${String(10 + second++)}.000Z`,
				newRunId: () => `run-${++run}`
			},
			(state) => this.states.push(state)
		);
		await settle();
		return opened;
	}

	/** How often a run ended, by kind. */
	endings(): string[] {
		const ended: string[] = [];
		let last: unknown = null;
		for (const { run } of this.states) {
			if (run !== last && ['done', 'failed', 'cancelled'].includes(run.kind)) ended.push(run.kind);
			last = run;
		}
		return ended;
	}

	/** What a run that printed this is changed by in the fake's report. */
	printing(runIndex: number, entries: ReturnType<typeof line>[]): void {
		const { plan } = this.engine.runs[runIndex]!;
		const tests = (plan.suite?.expected ?? []).map(
			(name) => ({ name, state: 'pass', durationMs: 1, failure: null }) as const
		);
		const run = { ...EMPTY_RUN, id: plan.runs[0]!.id, tests, console: entries };
		this.engine.runs[runIndex]!.finish(true, { runs: [run] });
	}
}

export async function createBench(): Promise<SessionBench> {
	const storage = await createStorage({
		backend: memoryBackend(),
		journal: null,
		channel: null,
		now: () => '2026',
		device: 'here'
	});
	return new SessionBench(storage);
}

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One test as native Vitest or our engine saw it. */
export interface Verdict {
	name: string;
	state: 'pass' | 'fail' | 'skipped';
	/** "Name: message" of what went wrong first; null where nothing did. */
	error: string | null;
}

/** What parity-reporter.mjs writes. */
type NativeReport = Record<
	string,
	{ name: string; state: string; error: { name?: string; message: string } | null }[]
>;

const ANSI = /\u001b\[[0-9;]*m/g;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STATES: Readonly<Record<string, Verdict['state']>> = { passed: 'pass', failed: 'fail' };

/** Vitest's own process must not think that it runs inside ours. */
const cleanEnv = (): NodeJS.ProcessEnv =>
	Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$|CI$|FORCE_COLOR$)/.test(name))
	);

async function runCli(folder: string): Promise<void> {
	const reporter = fileURLToPath(new URL('parity-reporter.mjs', import.meta.url));
	const args = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', `--reporter=${reporter}`];
	const child = spawn(process.execPath, args, {
		cwd: folder,
		env: { ...cleanEnv(), CI: '1', NO_COLOR: '1', TZ: 'Europe/Brussels', LANG: 'en_US.UTF-8' }
	});
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const code = await new Promise((resolve) => child.on('close', resolve));
	// 1: there were failures, as there should be.
	if (code !== 0 && code !== 1) throw new Error(`vitest ended with ${String(code)}\n${output}`);
}

/**
 * What native Vitest says of every suite of a folder (`start/`, `tests/`), from a copy of its own with Vitest's
 * defaults, besides the time a test may take. Keys: names of the suites' files.
 */
export async function runNativeVitest(
	source: string,
	testTimeoutMs: number
): Promise<Map<string, Verdict[]>> {
	mkdirSync(join(ROOT, '.cache'), { recursive: true });
	const folder = mkdtempSync(join(ROOT, '.cache/parity-'));
	try {
		cpSync(source, folder, { recursive: true });
		const config = {
			root: folder,
			test: { testTimeout: testTimeoutMs, allowOnly: true, maxWorkers: 2, cache: false }
		};
		writeFileSync(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify(config)};`);
		await runCli(folder);
		const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as NativeReport;
		const verdicts = Object.entries(report).map(([suite, tests]): [string, Verdict[]] => [
			suite,
			tests.map(({ name, state, error }) => ({
				name,
				state: STATES[state] ?? 'skipped',
				error: error && `${error.name ?? 'Error'}: ${error.message.replace(ANSI, '')}`
			}))
		]);
		return new Map(verdicts);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

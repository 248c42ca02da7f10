import type { Report } from '../../contract/report.ts';
import type { EngineEvent } from '../engine.ts';

/** What the server said, where it gave no report. */
export type NoReport =
	/** It takes nothing now: ask again after so many seconds. */
	| { kind: 'busy'; seconds: number }
	/** It never heard us, or we no longer hear it: worth another try. */
	| { kind: 'broken' }
	/** It heard us and will not: another try ends the same way. `code` is its reason. */
	| { kind: 'refused'; code: string };

export type Answer = { kind: 'report'; report: Report } | NoReport;

/** Seconds to wait where a busy server does not say. */
const BUSY_SECONDS = 2;

/** The lines of a stream, each parsed; ends where the stream does, also in the middle of a line. */
async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) if (line) yield JSON.parse(line);
		}
	} finally {
		void reader.cancel().catch(() => {});
	}
}

interface Line {
	event?: EngineEvent;
	outcome?: { report?: unknown };
	refused?: string;
}

/** A report of the contract's shape; null for anything else. The schema comes only when it is needed. */
async function parseReport(value: unknown): Promise<Report | null> {
	const { report } = await import('../../contract/report.ts');
	const parsed = report.safeParse(value);
	return parsed.success ? (parsed.data as Report) : null;
}

/** What the server answers before it has begun. */
async function readRefusal(response: Response): Promise<NoReport> {
	if (response.status === 429) {
		const seconds = Number(response.headers.get('retry-after'));
		return { kind: 'busy', seconds: seconds > 0 ? seconds : BUSY_SECONDS };
	}
	const said = (await response.json().catch(() => null)) as { refused?: unknown } | null;
	if (typeof said?.refused === 'string') return { kind: 'refused', code: said.refused };
	// A proxy that restarts the server answers 502 to 504 by itself.
	return response.status >= 500 ? { kind: 'broken' } : { kind: 'refused', code: String(response.status) };
}

/**
 * Reads an answer to its end. `heard` is called for every line, a heartbeat too. Rejects where the connection breaks.
 */
export async function readAnswer(
	response: Response,
	heard: () => void,
	onEvent: (event: EngineEvent) => void
): Promise<Answer> {
	if (!response.ok || !response.body) return readRefusal(response);
	for await (const line of readLines(response.body) as AsyncGenerator<Line>) {
		heard();
		if (line.event) onEvent(line.event);
		if (line.refused !== undefined) return { kind: 'broken' };
		if (!line.outcome) continue;
		const report = await parseReport(line.outcome.report);
		return report ? { kind: 'report', report } : { kind: 'refused', code: 'no-report' };
	}
	return { kind: 'broken' };
}

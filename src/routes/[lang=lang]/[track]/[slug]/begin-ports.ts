import containerUrl from 'virtual:passerelle/container-url';
import sandboxUrl, { domUrl, previewUrl, recorderUrl } from 'virtual:passerelle/sandbox-url';
import type { PublicExercise } from '$lib/contract/exercise.ts';
import type { EngineConfig } from '$lib/workspace/engines/page-engines.ts';
import { PagePorts } from '$lib/workspace/page-ports.ts';
import { earlyPress } from '$lib/workspace/run/early-press.ts';

const ADDRESSES = {
	sandbox: sandboxUrl,
	dom: domUrl,
	preview: previewUrl,
	recorder: recorderUrl,
	container: containerUrl
};

/** The ports of a visit, which begin at once what the first check of this exercise waits for. In a browser only. */
export function beginPorts({
	exercise,
	engines
}: {
	exercise: PublicExercise;
	engines: EngineConfig;
}): PagePorts {
	const ports = new PagePorts(ADDRESSES, engines);
	ports.begin(exercise, earlyPress(document.documentElement));
	return ports;
}

import { createPerformer } from '../harness/page/perform-steps.ts';
import { findTarget } from '../harness/page/step-targets.ts';
import { servePreview } from './preview-frame.ts';
import type { PreviewRequest } from './preview-protocol.ts';
import { recordSteps } from './record-steps.ts';

document.currentScript?.remove();

type Replay = Extract<PreviewRequest, { type: 'replay' }>;

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Shows where the next step is done, without a change of the page. */
async function point(element: Element | undefined, ms: number): Promise<void> {
	element?.scrollIntoView({ block: 'nearest' });
	const mark = { outline: '4px solid #c2410c', outlineOffset: '2px' };
	element?.animate([mark, mark], { duration: ms });
	await pause(ms);
}

servePreview((send) => {
	let replaying = false;
	recordSteps(window, (step) => {
		if (!replaying) send({ type: 'step', step });
	});

	async function replay({ steps, paceMs }: Replay): Promise<void> {
		replaying = true;
		const { perform, end } = createPerformer(document);
		for (const [index, step] of steps.entries()) {
			if (paceMs > 0) await point(findTarget(document, step), paceMs);
			const fault = await perform(step);
			if (fault !== null) {
				replaying = false;
				return send({ type: 'replayed', index, fault });
			}
			send({ type: 'replayed', index, fault });
		}
		await end();
		replaying = false;
		send({ type: 'replayed', index: steps.length, fault: null });
	}

	return (request) => {
		if (request.type === 'replay') void replay(request);
	};
});

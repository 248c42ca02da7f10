import type { Step, StepFault } from '../../contract/bug-report.ts';
import type { Translate } from '../../i18n/translate.ts';
import { valuesInside } from './code-parts.ts';

function action(step: Step, t: Translate): string {
	const { name } = step;
	switch (step.do) {
		case 'click':
			return t('report.step.click', valuesInside({ name }));
		case 'type':
			return step.text === ''
				? t('report.step.empty', valuesInside({ name }))
				: t('report.step.type', valuesInside({ name, text: step.text }));
		case 'choose':
			return t('report.step.choose', valuesInside({ name, option: step.option }));
		case 'check':
			return t(step.on ? 'report.step.tick' : 'report.step.untick', valuesInside({ name }));
		case 'press':
			return t('report.step.press', valuesInside({ name, key: step.key.replace('Arrow', '') }));
	}
}

/** A step as somebody would write it; what the app itself says stands between backticks. */
export function stepWords(step: Step, t: Translate): string {
	const text = action(step, t);
	return step.nth === undefined ? text : `${text} (${t('report.step.nth', { number: step.nth })})`;
}

export const stepFaultWords = (index: number, fault: StepFault, t: Translate): string =>
	t(`report.fault.${fault}`, { number: index + 1 });

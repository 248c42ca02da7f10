import { expect, test } from 'vitest';
import { forgiveOverflow, isMonacoOverflow } from './overflow.ts';

function overflow(): RangeError {
	const deeper = (): number => deeper() + 1;
	try {
		deeper();
	} catch (error) {
		return error as RangeError;
	}
	throw new Error('It did not overflow');
}
/** As Monaco's error handler does it. */
const thrownAgain = (error: Error): Error => new Error(`${error.message}\n\n${error.stack}`);

/** Whether the browser would report the error. */
function isReported(target: EventTarget, error: unknown): boolean {
	return target.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { error }));
}

test('an overflow that Monaco throws again is not reported, until the editor is gone', () => {
	const target = new EventTarget();
	const end = forgiveOverflow(target);
	expect(isReported(target, thrownAgain(overflow()))).toBe(false);
	end();
	expect(isReported(target, thrownAgain(overflow()))).toBe(true);
});

test.each([
	['an overflow of our own', overflow()],
	['another error that Monaco throws again', thrownAgain(new TypeError('it is not a function'))],
	['an error that only speaks of it', new Error('Maximum call stack size exceeded')],
	['what is no error', 'Maximum call stack size exceeded\n\nRangeError'],
	['nothing', null]
])('%s is reported as ever', (_what, error) => {
	const target = new EventTarget();
	forgiveOverflow(target);
	expect(isReported(target, error)).toBe(true);
});

test.each(['Maximum call stack size exceeded', 'Maximum call stack size exceeded.', 'too much recursion'])(
	'"%s" is how a browser says it',
	(message) => {
		expect(isMonacoOverflow(new Error(`${message}\n\nread@worker.js:1:1`))).toBe(true);
	}
);

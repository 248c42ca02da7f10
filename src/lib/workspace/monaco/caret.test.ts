import { expect, test, vi } from 'vitest';
import { BLINK_MS, calmCaret } from './caret.ts';

test('the cursor blinks while it moves, then stands, and blinks again', () => {
	vi.useFakeTimers();
	const set: unknown[] = [];
	const heard = new Set<() => void>();
	const listen = (listener: unknown) => {
		heard.add(listener as () => void);
		return { dispose: () => void heard.delete(listener as () => void) };
	};
	const move = () => heard.forEach((listener) => listener());
	const end = calmCaret({
		updateOptions: ({ cursorBlinking }) => void set.push(cursorBlinking),
		onDidChangeCursorPosition: listen,
		onDidFocusEditorText: listen
	});
	move();
	vi.advanceTimersByTime(BLINK_MS - 1);
	move();
	vi.advanceTimersByTime(BLINK_MS - 1);
	expect(set).toEqual([]);
	vi.advanceTimersByTime(1);
	expect(set).toEqual(['solid']);
	move();
	move();
	expect(set).toEqual(['solid', 'blink']);
	end();
	vi.advanceTimersByTime(BLINK_MS);
	move();
	expect(set).toEqual(['solid', 'blink']);
	vi.useRealTimers();
});

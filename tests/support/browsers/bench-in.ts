import { until } from './until.ts';
import type { WebDriver } from './webdriver.ts';

/** A verdict, or what stands in its place where everything passed; made anew for each result. */
const VERDICT = `document.querySelector('#pane-results :is([data-verdict], .done)')`;
/** Where the code runs. */
export const ENGINE = `document.querySelector('[data-engine]')?.dataset.engine`;

/** What came of a check, and how long that took, ms. */
export interface Checked {
	tone: string;
	text: string;
	engine: string;
	ms: number;
}

/** Each file has one; the others are hidden. */
const EDITOR = `[...document.querySelectorAll('.plain textarea')].find((one) => one.offsetParent)`;

/** The exercise page in a browser that is driven by scripts. */
export class BenchIn {
	readonly #browser: WebDriver;

	constructor(browser: WebDriver) {
		this.#browser = browser;
	}

	/** Waits until an expression is true in the page; returns how long that took, ms. */
	until(expression: string, patienceMs?: number): Promise<number> {
		return until(this.#browser, expression, patienceMs);
	}

	/** Its script is there and has read what the device keeps. */
	async ready(): Promise<void> {
		await this.until(`document.querySelector('[data-ready="true"]')`);
	}

	/** As somebody who pastes it. */
	async write(file: string, code: string): Promise<void> {
		await this.#browser.evaluate(
			`[...document.querySelectorAll('[role="tab"]')].find(({ textContent }) => textContent.trim() === args[0])?.click();`,
			file
		);
		await this.until(EDITOR);
		await this.#browser.evaluate(
			`const editor = ${EDITOR};
			editor.focus();
			editor.select();
			document.execCommand('insertText', false, args[0]);
			if (editor.value !== args[0]) throw new Error('It was not written: ' + editor.value);`,
			code
		);
	}

	/** Presses Check. */
	async check(): Promise<Checked> {
		await this.#browser.evaluate(`window.before = ${VERDICT};
			document.querySelector('[data-ready] [data-action="check"]').click();`);
		const ms = await this.until(`${VERDICT} && ${VERDICT} !== window.before`);
		const said = await this.#browser.evaluate<Omit<Checked, 'ms'>>(
			`return { tone: ${VERDICT}.dataset.verdict ?? 'pass', text: ${VERDICT}.innerText, engine: ${ENGINE} }`
		);
		return { ms, ...said };
	}
}

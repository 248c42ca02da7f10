import { expect, type Locator, type Page } from 'playwright/test';
import type { Locale } from '../../../src/lib/contract/locale.ts';
import type { Translate } from '../../../src/lib/i18n/translate.ts';
import { manifestOf } from './exercise.ts';
import { words } from './words.ts';

/** The exercise page, as a learner sees it. */
export class Workbench {
	readonly say: Translate;
	readonly check: Locator;
	readonly run: Locator;
	readonly stop: Locator;
	readonly results: Locator;
	readonly console: Locator;
	/** Only where everything passed. */
	readonly celebration: Locator;
	/** What is said to a screen reader. */
	readonly verdict: Locator;

	constructor(
		readonly page: Page,
		readonly locale: Locale,
		readonly id: string
	) {
		const say = (this.say = words(locale));
		this.check = page.getByRole('button', { name: say('exercise.check'), exact: true });
		this.run = page.getByRole('button', { name: say('exercise.run'), exact: true });
		this.stop = page.getByRole('button', { name: say('exercise.stop'), exact: true });
		this.results = page.locator('#pane-results');
		this.console = page.getByRole('log');
		this.celebration = page.getByRole('region', { name: say('exercise.done.title') });
		this.verdict = this.results.locator('[data-verdict]');
	}

	async open(): Promise<this> {
		await this.page.goto(`/${this.locale}/${this.id}`);
		await this.ready();
		return this;
	}

	/** The script is there and has read what this device keeps. */
	async ready(): Promise<void> {
		await expect(this.page.locator('[data-ready="true"]')).toBeAttached({ timeout: 20_000 });
	}

	editor(file = manifestOf(this.id).entry): Locator {
		return this.page.getByRole('textbox', { name: this.say('editor.label', { file }), exact: true });
	}

	/** Replaces the text of the plain editor, or of the light one. */
	async write(code: string, file?: string): Promise<void> {
		await this.editor(file).fill(code);
	}

	/** Waits for the full editor, then replaces its text as a person would: select everything, type. */
	async writeRich(code: string): Promise<void> {
		await this.richReady();
		await this.editor().focus();
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.insertText(code);
	}

	async richReady(): Promise<void> {
		await this.editor().focus();
		await expect(this.page.locator('.monaco-editor .view-lines')).toBeVisible({ timeout: 30_000 });
	}

	async lightReady(file?: string): Promise<void> {
		await this.editor(file).focus();
		await expect(this.page.locator('.cm-editor:visible')).toBeVisible({ timeout: 30_000 });
	}

	/** What the editor that is shown holds, without the spaces that it draws in its own way. */
	async text(): Promise<string> {
		const full = this.page.locator('.monaco-editor .view-line');
		const light = this.page.locator('.cm-editor .cm-line');
		if (await full.count()) return (await full.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
		if (await light.count()) return (await light.allTextContents()).join('\n');
		return this.editor().inputValue();
	}

	failedTest(title: string): Locator {
		return this.results.getByRole('listitem').filter({ hasText: title });
	}
}

/** What the learner chose before. The plain editor opens quicker; the light one is what phones get. */
export async function preferEditor(page: Page, kind: 'plain' | 'light' | 'full'): Promise<void> {
	await page.context().addInitScript((kind) => {
		try {
			localStorage.setItem('passerelle.editor', JSON.stringify({ fontSize: 16, kind }));
		} catch {
			// The sandboxed frame has no storage.
		}
	}, kind);
}

/** The learner has said yes to the container's service on an earlier day. */
export async function agreeToContainer(page: Page): Promise<void> {
	await page.context().addInitScript(() => {
		try {
			localStorage['passerelle.engine'] ??= JSON.stringify({ container: true });
		} catch {
			// The sandboxed frame has no storage.
		}
	});
}

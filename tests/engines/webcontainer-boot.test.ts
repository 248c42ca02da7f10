import { afterEach, expect, test } from 'vitest';
import { openContainerPage, type ContainerPage, type ContainerWindow } from '../support/container-page.ts';
import type { StandinOptions } from '../support/webcontainer-standin/route.ts';

/** Boots that do not go as they should; the page's clock is moved on instead of waiting. */
let page: ContainerPage | undefined;
afterEach(() => page?.close());

async function open(options: Partial<StandinOptions>): Promise<ContainerPage> {
	page = await openContainerPage(options);
	await page.page.clock.install();
	return page;
}

/** Begins to boot, and moves the clock on once the service was asked. */
async function bootAndWait({ page, standin, boot }: ContainerPage): Promise<{ reason?: string }> {
	const booting = boot();
	await expect.poll(() => standin.asked).toBeGreaterThan(0);
	await page.frames()[1]!.waitForLoadState();
	await page.clock.runFor(31_000);
	return booting;
}

test.each(['never', 'blocked'] as const)(
	'a service that never answers (%s) is given up after 30 seconds, with a code',
	async (boot) => {
		expect(await bootAndWait(await open({ boot }))).toEqual({
			waits: [{ step: 'booting' }],
			reason: 'boot-timeout'
		});
	}
);

test('a boot that comes late is there for the next attempt', async () => {
	const late = await open({ boot: 35_000 });
	expect(await bootAndWait(late)).toMatchObject({ reason: 'boot-timeout' });
	const again = late.boot();
	await late.page.clock.runFor(10_000);
	expect((await again).reason).toBeUndefined();
	expect([late.standin.asked, late.standin.machines.length]).toEqual([1, 1]);
});

test('a boot can be aborted, and the next attempt gets the container', async () => {
	const slow = await open({ boot: 5000 });
	const booting = slow.boot(1000);
	await expect.poll(() => slow.standin.asked).toBe(1);
	await slow.page.clock.runFor(1500);
	expect(await booting).toMatchObject({ reason: 'Error: stopped' });
	const again = slow.boot();
	await slow.page.clock.runFor(5000);
	expect((await again).reason).toBeUndefined();
	expect(slow.standin.machines).toHaveLength(1);
});

test('a second session waits until the first one is disposed of', async () => {
	page = await openContainerPage();
	expect((await page.boot()).reason).toBeUndefined();
	const order = await page.page.evaluate(async () => {
		const { session, boot } = window as unknown as ContainerWindow;
		const order: string[] = [];
		const second = boot().then(({ reason }) => order.push(reason ?? 'booted'));
		await new Promise((resolve) => setTimeout(resolve, 300));
		order.push('disposed');
		session.dispose();
		await second;
		return order;
	});
	expect(order).toEqual(['disposed', 'booted']);
});

test('a page whose harness does not come says so, before it asks the service', async () => {
	page = await openContainerPage();
	await page.page.route('**/engine/container.json', (route) => route.abort());
	expect(await page.boot()).toEqual({ waits: [{ step: 'booting' }], reason: 'offline' });
	expect(page.standin.asked).toBe(0);
});

test('the key of the operator is given to the service', async () => {
	page = await openContainerPage();
	const asked = page.page.waitForRequest(/stackblitz\.com\/headless/);
	await page.boot();
	expect(new URL((await asked).url()).searchParams.get('client_id')).toBe('a-public-key');
});

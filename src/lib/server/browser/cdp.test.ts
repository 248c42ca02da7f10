import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { BrowserFailed, openCdp } from './cdp.ts';

function open() {
	const [from, to] = [new PassThrough(), new PassThrough()];
	const tooMuch = vi.fn();
	return { cdp: openCdp(from, to, tooMuch), from, to, tooMuch };
}
const say = (from: PassThrough, message: object): boolean => from.write(`${JSON.stringify(message)}\0`);

test('an answer comes to the one who asked, in whatever pieces it is written', async () => {
	const { cdp, from, to } = open();
	const version = cdp.send('Browser.getVersion', {}, 'session');
	expect(String((await once(to, 'data'))[0])).toBe(
		'{"id":1,"method":"Browser.getVersion","params":{},"sessionId":"session"}\0'
	);
	const opened = cdp.send('Target.createBrowserContext', { disposeOnDetach: true });
	const text = '{"id":2,"result":{"browserContextId":"é"}}\0{"id":1,"result":{"product":"Chrome"}}\0';
	for (const byte of Buffer.from(text)) from.write(Buffer.of(byte));
	expect(await version).toEqual({ product: 'Chrome' });
	expect(await opened).toEqual({ browserContextId: 'é' });
});

test('what the browser refuses, and what was asked of one that is gone, rejects', async () => {
	const { cdp, from } = open();
	const refused = cdp.send('Browser.getVersion', {});
	say(from, { id: 1, error: { message: 'no' } });
	await expect(refused).rejects.toThrow('The browser refuses: no');
	const unanswered = cdp.send('Browser.getVersion', {});
	cdp.close('killed');
	await expect(unanswered).rejects.toThrow(BrowserFailed);
	await expect(cdp.send('Browser.getVersion', {})).rejects.toThrow('killed');
});

test('events come to who listens, until they stop; what is no message is nothing', async () => {
	const { cdp, from } = open();
	const heard = vi.fn();
	const deaf = cdp.on('Target.targetCrashed', heard);
	from.write('nonsense\0null\0[]\0');
	say(from, { method: 'Target.targetCrashed', params: { targetId: 'a', status: 'crashed' }, sessionId: 's' });
	await expect.poll(() => heard.mock.calls).toEqual([[{ targetId: 'a', status: 'crashed' }, 's']]);
	deaf();
	say(from, { method: 'Target.targetCrashed', params: {} });
	say(from, { method: 'Page.domContentEventFired', params: {} });
	await new Promise((resolve) => setImmediate(resolve));
	expect(heard).toHaveBeenCalledTimes(1);
});

test('a browser that never ends its message is given up', async () => {
	const { cdp, from, tooMuch } = open();
	const asked = cdp.send('Browser.getVersion', {});
	asked.catch(() => {});
	const piece = Buffer.alloc(1024 * 1024, 97);
	for (let count = 0; count < 33; count++) if (!from.write(piece)) await once(from, 'drain');
	await expect.poll(() => tooMuch.mock.calls.length).toBe(1);
	await expect(asked).rejects.toThrow('said too much');
});

import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeExercise, writeMap, writeRoot } from '../../../../tests/support/exercise-roots.ts';
import { openCatalog, type Catalog } from './catalog.ts';
import { createLiveCatalog } from './live-catalog.ts';
import { NO_HARNESSES } from '../../../../tests/support/no-harnesses.ts';

const harnesses = NO_HARNESSES;
let project: string;
let own: string;
let other: string;
/** Readings that have begun; a gate holds them until it is opened. */
let readings = 0;
let gate: Promise<void> = Promise.resolve();

const live = () =>
	createLiveCatalog(async () => {
		readings++;
		await gate;
		return openCatalog({ roots: [own, other], harnesses, cache: join(project, 'suites'), project });
	});
function closeGate(): () => void {
	let open = (): void => undefined;
	gate = new Promise((resolve) => (open = resolve));
	return open;
}

beforeEach(async () => {
	project = await mkdtemp(join(tmpdir(), 'passerelle-live-'));
	own = join(project, 'exercises');
	other = join(project, 'other');
	await writeRoot(own, { programming: ['twice', 'thrice'] });
	await writeRoot(other, { garden: ['rose'] });
	readings = 0;
	gate = Promise.resolve();
});
afterEach(() => rm(project, { recursive: true }));

const change = (id: string) => writeFile(join(own, id, 'brief.en.md'), 'Another text.');

test('says what is new, changed and gone, and serves it', async () => {
	const catalog = live();
	const before = await catalog.current();
	await change('programming/twice');
	await rm(join(own, 'programming/thrice'), { recursive: true });
	await writeExercise(own, 'programming/new');
	await writeMap(own, { programming: ['twice', 'new'] });
	expect(await catalog.reload()).toMatchObject({
		ok: true,
		added: ['programming/new'],
		changed: ['programming/twice'],
		removed: ['programming/thrice']
	});
	const after = await catalog.current();
	expect(after.ids()).toEqual(['programming/new', 'programming/twice', 'garden/rose']);
	expect(after.version).not.toBe(before.version);
	expect(after.problems()).toEqual([]);
});

test('a request during the reading gets the old catalogue, whole, and keeps it', async () => {
	const catalog = live();
	const before = await catalog.current();
	await change('programming/twice');
	const open = closeGate();
	const reloaded = catalog.reload();
	const during = await catalog.current();
	expect(during).toBe(before);
	open();
	await reloaded;
	expect(await catalog.current()).not.toBe(during);
	expect(during.exercise('programming/twice')!.brief.en).not.toBe('Another text.');
	expect(during.hash('programming/twice')).not.toBe((await catalog.current()).hash('programming/twice'));
});

test('a broken exercise is left out and named; the others go on', async () => {
	const catalog = live();
	await catalog.current();
	await writeFile(join(own, 'programming/twice/exercise.json'), '{');
	expect(await catalog.reload()).toMatchObject({ ok: true, removed: ['programming/twice'] });
	const now = await catalog.current();
	expect(now.problems().map(({ code }) => code)).toContain('broken-json');
	expect(now.ids()).toEqual(['programming/thrice', 'garden/rose']);
});

test.each([
	['of the only folder that is left', async () => void (await rm(other, { recursive: true }))],
	['of one of the folders', async () => undefined]
])('a map that cannot be read, %s, changes nothing', async (_name, prepare) => {
	await prepare();
	const catalog = live();
	const before: Catalog = await catalog.current();
	await writeFile(join(own, 'map.json'), '{\n"version": 1,\n}');
	const result = await catalog.reload();
	expect(result.ok ? '' : result.reason).toContain('map.json:3');
	expect(await catalog.current()).toBe(before);
});

test('changes during a reading are read after it, all at once', async () => {
	const catalog = live();
	await catalog.current();
	const open = closeGate();
	const first = catalog.reload();
	const later = [catalog.reload(), catalog.reload(), catalog.reload()];
	await change('programming/twice');
	open();
	await first;
	const results = await Promise.all(later);
	expect(new Set(results).size).toBe(1);
	// The start, the first reading, and one for the three that came meanwhile.
	expect(readings).toBe(3);
	expect((await catalog.current()).exercise('programming/twice')!.brief.en).toBe('Another text.');
});

test('a catalogue that could not be opened at first is opened by the next request', async () => {
	await rm(join(own, 'map.json'));
	await rm(other, { recursive: true });
	const catalog = live();
	await expect(catalog.current()).rejects.toThrow('No exercises can be read');
	await writeMap(own, { programming: ['twice', 'thrice'] });
	expect((await catalog.current()).ids()).toHaveLength(2);
});

test('a map that is a device without end is no map', async () => {
	const catalog = live();
	await catalog.current();
	await rm(join(other, 'map.json'));
	await symlink('/dev/zero', join(other, 'map.json'));
	expect(await catalog.reload()).toMatchObject({
		ok: false,
		reason: expect.stringContaining('There is no map.json that can be read')
	});
	expect((await catalog.current()).ids()).toContain('garden/rose');
});

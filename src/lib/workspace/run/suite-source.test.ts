import { expect, test } from 'vitest';
import { SuiteSource } from './suite-source.ts';

const exercise = { id: 'programming/shout', hash: 'h1', locale: 'fr', hasExamples: false } as const;
const suite = {
	hash: 'h1',
	code: '',
	statics: [],
	expected: ['adds'],
	translations: { tests: { adds: 'additionne' }, messages: {} }
};
const { signal } = new AbortController();
const answering = (body: unknown, status = 200) => {
	const asked: string[] = [];
	const source = new SuiteSource(async (url) => {
		asked.push(url);
		return Response.json(body, { status });
	});
	return { source, asked };
};

test('a suite is asked for once, by language and version', async () => {
	const { source, asked } = answering(suite);
	expect(source.kept(exercise, 'check')).toBeUndefined();
	expect(await source.get(exercise, 'check', signal)).toEqual(suite);
	await source.get(exercise, 'check', signal);
	expect(asked).toEqual(['/api/suite/programming/shout?kind=hidden&lang=fr&hash=h1']);
	expect(source.kept(exercise, 'check')).toEqual(suite);
});

test('what a kind of exercise sends along stays', async () => {
	const { source } = answering({ ...suite, mutants: 3 });
	expect(await source.get(exercise, 'check', signal)).toMatchObject({ mutants: 3 });
});

test('a run without examples asks for nothing', async () => {
	const { source, asked } = answering(suite);
	expect(await source.get(exercise, 'run', signal)).toBeNull();
	expect(asked).toEqual([]);
});

test.each([
	['an exercise that was edited since', {}, 409, 'changed'],
	['a server in trouble', {}, 500, 'suite'],
	['something else than a suite', { hash: 'h1' }, 200, 'suite']
])('%s is a fault of ours: %j', async (_, body, status, code) => {
	const { source } = answering(body, status);
	await expect(source.get(exercise, 'check', signal)).rejects.toMatchObject({ code });
});

test('two who ask at once share one question, and one of them may leave', async () => {
	let arrive: (response: Response) => void = () => undefined;
	let asked = 0;
	const source = new SuiteSource(() => new Promise((resolve) => ((asked += 1), (arrive = resolve))));
	const left = new AbortController();
	const first = source.get(exercise, 'check', left.signal);
	const second = source.get(exercise, 'check', signal);
	left.abort(new Error('left'));
	await expect(first).rejects.toThrow('left');
	arrive(Response.json(suite));
	expect(await second).toEqual(suite);
	expect(asked).toBe(1);
});

test('a question that failed is asked again', async () => {
	const answers = [Response.json({}, { status: 500 }), Response.json(suite)];
	const source = new SuiteSource(async () => answers.shift()!);
	await expect(source.get(exercise, 'check', signal)).rejects.toThrow();
	expect(await source.get(exercise, 'check', signal)).toEqual(suite);
});

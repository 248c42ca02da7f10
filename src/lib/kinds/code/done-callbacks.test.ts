import { expect, test } from 'vitest';
import { doneCallbacks } from './done-callbacks.ts';

const found = (text: string): string[] =>
	doneCallbacks({ 'a.test.js': text }).map(({ line, name }) => `${line} ${name}`);

test.each([
	['a test', "test('a', (done) => {\n\tdone();\n});", ['1 done']],
	['it, as a function', "it('a', function (done) {\n\tsetTimeout(done, 5);\n});", ['1 done']],
	['another name', "\ntest('a', (finished) => {\n\tload(() => finished());\n});", ['2 finished']],
	['one that is never called', "test('a', (done) => {});", ['1 done']],
	['a hook', 'beforeEach((done) => load(done));', ['1 done']],
	['in a group', "describe('a', () => {\n\tit('b', (done) => done());\n});", ['2 done']],
	['a test with options', "test('a', { timeout: 5 }, (done) => done());", ['1 done']]
])('%s is named with its line', (_, text, lines) => {
	expect(found(text)).toEqual(lines);
});

test.each([
	['the context of a test', "test('a', (context) => {\n\tcontext.skip();\n});"],
	['parts of the context', "test('a', ({ task }) => {\n\ttask;\n});"],
	['a row', "test.each([1])('a', (done) => {\n\tdone();\n});"],
	['a promise', "test('a', () => new Promise((done) => setTimeout(done, 5)));"],
	['another function', "load('a', (done) => done());"]
])('%s is none', (_, text) => {
	expect(found(text)).toEqual([]);
});

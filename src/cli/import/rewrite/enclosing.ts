import ts from 'typescript';
import type { Edits } from './edits.ts';

/** Where an `await` would stand: the file itself, a function that a call gets, or somewhere it changes what is called. */
export type Enclosing = 'file' | 'elsewhere' | ts.ArrowFunction | ts.FunctionExpression;

/** Groups are collected before anything runs: their functions are not waited for by everybody. */
const NAMED_RUNS = /^(?:it|fit|xit|test|xtest|beforeAll|beforeEach|afterAll|afterEach|jest|vi)\b/;

export function enclosingRun(node: ts.Node): Enclosing {
	let at: ts.Node = node.parent;
	while (!ts.isSourceFile(at)) {
		if (ts.isFunctionLike(at)) {
			const waits =
				(ts.isArrowFunction(at) || ts.isFunctionExpression(at)) &&
				!at.asteriskToken &&
				ts.isCallExpression(at.parent) &&
				NAMED_RUNS.test(at.parent.expression.getText());
			return waits ? (at as ts.ArrowFunction | ts.FunctionExpression) : 'elsewhere';
		}
		if (ts.isClassLike(at)) return 'elsewhere';
		at = at.parent;
	}
	return 'file';
}

const alreadyAsync = new WeakMap<Edits, Set<ts.Node>>();

export function makeAsync(around: Enclosing, edits: Edits): void {
	if (around === 'file' || around === 'elsewhere') return;
	if (around.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) return;
	const done = alreadyAsync.get(edits) ?? new Set();
	alreadyAsync.set(edits, done);
	if (done.has(around)) return;
	done.add(around);
	edits.insert(around.getStart(), 'async ');
}

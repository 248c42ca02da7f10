import { isSign, isWord } from './mistake.ts';
import type { SourceText } from './source-text.ts';

/** The names that a module exports, "default" among them. */
export function exportedNames({ tokens, around, partner }: SourceText): string[] {
	const names: string[] = [];
	for (const [index, token] of tokens.entries()) {
		if (!isWord(token, 'export') || (around[index] ?? -1) >= 0) continue;
		const next = tokens[index + 1];
		if (isWord(next, 'default')) names.push('default');
		else if (isSign(next, '{')) {
			const end = partner[index + 1] ?? -1;
			for (let at = index + 2; at < end; at += 1) {
				// `a as b`: the name is the last word before the comma.
				if (isWord(tokens[at]) && !isWord(tokens[at + 1])) names.push(tokens[at]!.text);
			}
		} else {
			let at = index + 2;
			if (isWord(next, 'async')) at += 1;
			if (isSign(tokens[at], '*')) at += 1;
			const name = tokens[at];
			if (name && isWord(name)) names.push(name.text);
		}
	}
	return names;
}

/** Whether one letter was added, left out, changed, or two were swapped. */
export function isNear(a: string, b: string): boolean {
	if (a.toLowerCase() === b.toLowerCase()) return true;
	if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
	const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
	if (restA.length <= 1 && restB.length <= 1) return true;
	return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

import { calledAtOnce } from './called-at-once.ts';
import { thenAlone } from './conditions.ts';
import { casesInOne } from './forms.ts';
import { halfComparison } from './half-comparison.ts';
import { endsValue, isSign, isWord, replacing, touch, type SuspicionRule } from './mistake.ts';
import { dashComment } from './texts.ts';
import { typeArgument } from './types.ts';
import { beginsStatement, chainEnd, chainStart, endsBefore, wordBeforeBracket } from './statements.ts';

const DIGITS = /^\d+$/;
const LITERAL = /^(?:true|false|null)$/;

/** `price = 2,5`: a comma between two numbers, where it separates neither arguments nor elements. */
const decimalComma: SuspicionRule = (read, index) => {
	const { source, tokens, around } = read;
	const [whole, comma, part, after] = [
		tokens[index - 2],
		tokens[index - 1],
		tokens[index],
		tokens[index + 1]
	];
	if (!whole || !part || !isSign(comma, ',') || !DIGITS.test(whole.text) || !DIGITS.test(part.text))
		return null;
	if (part.first || isSign(after, ':', ',') || isSign(tokens[index - 3], ',')) return null;
	const opener = around[index] ?? -1;
	const bracket = tokens[opener];
	if (isSign(bracket, '[')) return null;
	// Arguments, parameters and `for (…)` have their commas.
	if (isSign(bracket, '(') && endsValue(tokens[opener - 1])) return null;
	if (
		isSign(bracket, '(') &&
		!isWord(tokens[opener - 1], 'if', 'while', 'return') &&
		isWord(tokens[opener - 1])
	) {
		return null;
	}
	const range = { start: whole.start, end: part.end };
	const found = source.slice(range.start, range.end);
	const instead = `${whole.text}.${part.text}`;
	return {
		...replacing('decimal-comma', range, found, instead),
		text: `The value of ${found} is ${part.text}: a number has a point, ${instead}`
	};
};

/** `if (a = 12)` */
const assignmentInCondition: SuspicionRule = (read, index) => {
	const { source, tokens } = read;
	const token = tokens[index];
	const word = isSign(token, '=') ? wordBeforeBracket(read, index) : '';
	if (!token || (word !== 'if' && word !== 'while')) return null;
	const value = tokens[index + 1];
	// `while (node = node.next)` is a known way to write a loop.
	const isLiteral = value?.kind === 'number' || value?.kind === 'text' || LITERAL.test(value?.text ?? '');
	if (word === 'while' && !isLiteral) return null;
	// `votes[i] = 1`: its name ends before the bracket.
	const chainEnds = isSign(tokens[index - 1], ']') ? (read.partner[index - 1] ?? index) : index;
	const from = tokens[chainStart(read, chainEnds)];
	const name = from ? source.slice(from.start, tokens[index - 1]?.end) : '';
	// `a =! b`: the two signs of "not equal" in the wrong order.
	if (isSign(value, '!') && touch(token, value)) {
		const range = { start: token.start, end: value?.end ?? token.end };
		return { ...replacing('wrong-sign', range, '=!', '!=='), text: 'Not equal is written !==' };
	}
	return {
		code: 'assignment-in-condition',
		text: `A single = changes ${name}; === compares`,
		params: { name },
		start: token.start,
		end: token.end
	};
};

/** `"Hello ${name}"`: only between backticks is it replaced. */
const backticksNeeded: SuspicionRule = ({ tokens }, index) => {
	const token = tokens[index];
	if (token?.kind !== 'text' || !token.closed) return null;
	const found = /\$\{[\p{L}_$][\p{L}\p{N}_$.[\]() +*/-]{0,40}\}/u.exec(token.text.slice(0, 500))?.[0];
	if (!found) return null;
	const { start, end } = token;
	const inside = token.text.slice(1, -1);
	return {
		code: 'backticks-needed',
		text: `${found} is replaced only between backticks`,
		params: { found },
		start,
		end,
		edits: /[`\\]/.test(inside) ? undefined : [{ start, end, text: `\`${inside}\`` }]
	};
};

const COMPARES = /^[<>]=?$/;

/** `12 <= age <= 65` */
const chainedComparison: SuspicionRule = (read, index) => {
	const { source, tokens } = read;
	const [first, middle] = [tokens[index], tokens[index + 1]];
	if (!first || !middle || first.kind !== 'sign' || !COMPARES.test(first.text)) return null;
	if (middle.kind !== 'number' && !isWord(middle)) return null;
	const second = middle.kind === 'number' ? index + 2 : chainEnd(read, index + 1);
	const other = tokens[second];
	if (other?.kind !== 'sign' || !COMPARES.test(other.text) || other.text[0] !== first.text[0]) return null;
	const last = tokens[second + 1];
	const from = tokens[index - 1]?.kind === 'number' ? tokens[index - 1] : tokens[chainStart(read, index)];
	if (!from || !last || !(last.kind === 'number' || isWord(last))) return null;
	const behind = last.kind === 'number' ? last : tokens[chainEnd(read, second + 1) - 1];
	const value = source.slice(middle.start, tokens[second - 1]?.end);
	const left = source.slice(from.start, first.start).trim();
	const right = source.slice(last.start, behind?.end);
	const start = from.start;
	const end = behind?.end ?? last.end;
	return {
		code: 'chained-comparison',
		text: `${source.slice(start, end)} compares true or false with ${right}`,
		params: { instead: `${left} ${first.text} ${value} && ${value} ${other.text} ${right}` },
		start,
		end
	};
};

/** `if (age => 65)` */
const arrowAsComparison: SuspicionRule = (read, index) => {
	const { tokens } = read;
	const token = tokens[index];
	if (!token || !isSign(token, '=>') || !/^(?:if|while)$/.test(wordBeforeBracket(read, index))) return null;
	if (
		!isWord(tokens[index - 1]) ||
		!isSign(tokens[index - 2], '(', '&&', '||') ||
		isSign(tokens[index + 1], '{')
	) {
		return null;
	}
	const { start, end } = token;
	return {
		code: 'arrow-as-comparison',
		text: '=> makes a function; >= compares',
		params: {},
		start,
		end,
		edits: [{ start, end, text: '>=' }]
	};
};

/** `if (…);` */
const emptyStatement: SuspicionRule = ({ tokens, partner }, index) => {
	const word = tokens[index];
	if (!isWord(word, 'if', 'while', 'for') || !isSign(tokens[index + 1], '(')) return null;
	const close = partner[index + 1] ?? -1;
	const semicolon = close < 0 ? undefined : tokens[close + 1];
	const hasBlock = isSign(tokens[close + 2], '{');
	if (!word || !semicolon || !isSign(semicolon, ';') || isSign(tokens[index - 1], '}', '.')) return null;
	// A loop can have everything between its brackets.
	if (word.text !== 'if' && !hasBlock) return null;
	const { start, end } = semicolon;
	return {
		code: 'empty-statement',
		text: `The semicolon ends ${word.text} (…): what follows does not depend on it`,
		params: { word: word.text },
		start,
		end,
		edits: hasBlock ? [{ start, end, text: '' }] : undefined
	};
};

/** Tokens of a statement that are looked at. */
const LOOK_AHEAD = 30;

/** `price == 1;` */
const comparisonAlone: SuspicionRule = (read, index) => {
	const { tokens } = read;
	if (!isWord(tokens[index]) || !beginsStatement(read, index)) return null;
	const at = chainEnd(read, index);
	const sign = tokens[at];
	if (!sign || !isSign(sign, '==', '===') || sign.first) return null;
	for (let next = at + 1; next < at + LOOK_AHEAD && !endsBefore(read, next); next += 1) {
		// `a === 1 && f();` does something.
		if (isSign(tokens[next], '&&', '||', '?', '(')) return null;
	}
	return {
		code: 'comparison-alone',
		text: `${sign.text} compares, and nothing changes`,
		params: { found: sign.text },
		start: sign.start,
		end: sign.end
	};
};

/** Reading these makes a browser lay out its page: some write them alone on purpose. */
const MEASURES = /^(?:offset|client|scroll)[A-Z]/;
/** No methods, whatever they belong to: brackets would be wrong. */
const PROPERTIES = /^(?:length|size|title|value|checked|textContent|innerHTML|style|name|message|children)$/;

/** `city.trim;` */
const missingCall: SuspicionRule = (read, index) => {
	const { source, tokens } = read;
	const first = tokens[index];
	if (!first || !isWord(first) || !endsValue(first) || !beginsStatement(read, index)) return null;
	const end = chainEnd(read, index);
	const last = tokens[end - 1];
	if (!last || end - index < 3 || !endsBefore(read, end) || MEASURES.test(last.text)) return null;
	if (PROPERTIES.test(last.text)) return null;
	if (isSign(tokens[end], '}') && !isSign(tokens[index - 1], ';', '{', '}') && !first.first) return null;
	const found = source.slice(first.start, last.end);
	return {
		code: 'missing-call',
		text: `${found} is not called: the brackets () are missing`,
		params: { found, instead: `${found}()` },
		start: first.start,
		end: last.end
	};
};

export const SUSPICIONS: readonly SuspicionRule[] = [
	decimalComma,
	assignmentInCondition,
	backticksNeeded,
	chainedComparison,
	arrowAsComparison,
	emptyStatement,
	comparisonAlone,
	missingCall,
	halfComparison,
	calledAtOnce,
	typeArgument,
	dashComment,
	thenAlone,
	casesInOne
];

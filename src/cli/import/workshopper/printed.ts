/**
 * A module of a suite, as text: `printed(args)` is what Node prints for the arguments of `console.log`, save that nothing
 * is broken over lines. It says the same in every engine, and tells text from numbers no more than a terminal does.
 */
export const PRINTED = String.raw`const MAX_DEPTH = 2;

const isName = (key) => /^[A-Za-z_$][\w$]*$/.test(key);
const quote = (text) =>
	text.includes("'") && !text.includes('"') ? '"' + text + '"' : "'" + text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n') + "'";
const braces = (open, parts, close) => (parts.length === 0 ? open + close : open + ' ' + parts.join(', ') + ' ' + close);

function shown(value, above) {
	if (typeof value === 'string') return quote(value);
	if (typeof value === 'bigint') return value + 'n';
	if (Object.is(value, -0)) return '-0';
	if (typeof value === 'function') {
		if (/^class\b/.test(String(value))) return '[class ' + (value.name || '(anonymous)') + ']';
		return value.name ? '[Function: ' + value.name + ']' : '[Function (anonymous)]';
	}
	if (value === null || typeof value !== 'object') return String(value);
	if (value instanceof Date) return value.toISOString();
	if (value instanceof RegExp) return String(value);
	if (value instanceof Error) return above.length === 0 ? value.name + ': ' + value.message : '[' + value.name + ': ' + value.message + ']';
	if (above.includes(value)) return '[Circular]';
	if (above.length > MAX_DEPTH) return Array.isArray(value) ? '[Array]' : '[Object]';
	const inside = [...above, value];
	if (Array.isArray(value)) return braces('[', Array.from(value, (one) => shown(one, inside)), ']');
	if (value instanceof Set) return 'Set(' + value.size + ') ' + braces('{', [...value].map((one) => shown(one, inside)), '}');
	if (value instanceof Map) {
		const pairs = [...value].map(([key, one]) => shown(key, inside) + ' => ' + shown(one, inside));
		return 'Map(' + value.size + ') ' + braces('{', pairs, '}');
	}
	const name = Object.getPrototypeOf(value)?.constructor?.name;
	const own = Object.keys(value).map((key) => (isName(key) ? key : quote(key)) + ': ' + shown(value[key], inside));
	return (name && name !== 'Object' ? name + ' ' : '') + braces('{', own, '}');
}

const plain = (value) => (typeof value === 'string' ? value : shown(value, []));

export function printed(args) {
	const [first, ...rest] = args;
	if (typeof first !== 'string' || rest.length === 0) return args.map(plain).join(' ');
	const filled = first.replace(/%[sdifjoO%]/g, (mark) => {
		if (mark === '%%') return '%';
		if (rest.length === 0) return mark;
		const value = rest.shift();
		if (mark === '%i') return String(parseInt(value, 10));
		if (mark === '%d' || mark === '%f') return String(Number(value));
		if (mark === '%j') return JSON.stringify(value);
		return mark === '%s' ? plain(value) : shown(value, []);
	});
	return [filled, ...rest.map(plain)].join(' ');
}
`;

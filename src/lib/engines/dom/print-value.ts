const DEPTH = 3;
const ITEMS = 40;

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));

function printElement(element: Element): string {
	const { id, localName } = element;
	const classes = [...element.classList].map((name) => `.${name}`).join('');
	return `<${localName}${id ? `#${id}` : ''}${classes}>`;
}

function printList(open: string, items: readonly string[], total: number, close: string): string {
	const more = total > items.length ? [...items, `… ${total - items.length} more`] : items;
	return more.length === 0 ? `${open}${close}` : `${open} ${more.join(', ')} ${close}`;
}

function printObject(value: object, depth: number, seen: readonly object[]): string {
	if (seen.includes(value)) return '[Circular]';
	const inner = (item: unknown) => print(item, depth + 1, [...seen, value]);
	if (value instanceof Error) return `${value.name}: ${value.message}`;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
	if (value instanceof RegExp) return String(value);
	if (value instanceof Element) return printElement(value);
	if (value instanceof Node) return value.nodeName;
	if (value instanceof Promise) return 'Promise {…}';
	const list = Array.isArray(value) || value instanceof NodeList || value instanceof HTMLCollection;
	if (depth >= DEPTH) return list ? '[Array]' : '[Object]';
	if (list) {
		const items = Array.from<unknown>(value as ArrayLike<unknown>);
		return printList('[', items.slice(0, ITEMS).map(inner), items.length, ']');
	}
	if (value instanceof Map) {
		const items = [...value].slice(0, ITEMS).map(([name, item]) => `${inner(name)} => ${inner(item)}`);
		return printList('Map{', items, value.size, '}');
	}
	if (value instanceof Set) {
		return printList('Set{', [...value].slice(0, ITEMS).map(inner), value.size, '}');
	}
	const names = Object.keys(value);
	const items = names
		.slice(0, ITEMS)
		.map((name) => `${key(name)}: ${inner((value as Record<string, unknown>)[name])}`);
	const kind = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor
		?.name;
	return `${kind && kind !== 'Object' ? `${kind} ` : ''}${printList('{', items, names.length, '}')}`;
}

function print(value: unknown, depth: number, seen: readonly object[]): string {
	if (typeof value === 'string') return quote(value);
	if (typeof value === 'bigint') return `${value}n`;
	if (typeof value === 'function') return `[Function ${value.name || '(anonymous)'}]`;
	if (Object.is(value, -0)) return '-0';
	if (typeof value === 'object' && value !== null) return printObject(value, depth, seen);
	return String(value);
}

/** One argument of `console.log`, as a console prints it: text as it is, everything else as one would write it. */
function printValue(value: unknown): string {
	try {
		return typeof value === 'string' ? value : print(value, 0, []);
	} catch {
		return '[value that cannot be printed]';
	}
}

/** All arguments, with the places that the first one holds open (`%s`, `%d`, `%o`…) filled. */
export function printLine(args: readonly unknown[]): string {
	const [first, ...rest] = args;
	if (typeof first !== 'string' || rest.length === 0) return args.map(printValue).join(' ');
	const filled = first.replace(/%([sdifjoOc%])/g, (whole, kind: string) => {
		if (kind === '%') return '%';
		if (rest.length === 0) return whole;
		const value = rest.shift();
		if (kind === 'c') return '';
		if (kind === 'd' || kind === 'f') return String(Number(value));
		if (kind === 'i') return String(Math.trunc(Number(value)));
		return kind === 's' ? printValue(typeof value === 'object' ? value : String(value)) : printValue(value);
	});
	return [filled, ...rest.map(printValue)].join(' ');
}

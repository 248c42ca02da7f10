const refused = (): never => {
	throw new EvalError('Code cannot be made from text here');
};

/** What makes functions of a kind from text, from then on, refuses. */
function refuseAs(prototype: object): object {
	const { name } = prototype.constructor;
	const refuse = function () {
		refused();
	};
	Object.defineProperties(refuse, {
		name: { value: name },
		length: { value: 1 },
		prototype: { value: prototype, writable: false }
	});
	Object.defineProperty(prototype, 'constructor', { value: refuse });
	return refuse;
}

/**
 * What runs a text as a script, for itself alone: every other way from a text to code refuses from then on, as it does where a
 * policy forbids it. Call it before anything else of the realm is taken.
 */
export function takeEvaluation(): (text: string) => void {
	const { eval: evaluate } = globalThis;
	Reflect.deleteProperty(globalThis, 'eval');
	const [plain, ...others] = [() => {}, async () => {}, function* () {}, async function* () {}].map(
		(made) => Object.getPrototypeOf(made) as object
	);
	for (const prototype of others) refuseAs(prototype);
	Object.defineProperty(globalThis, 'Function', { value: refuseAs(plain!) });
	return (text) => void evaluate(text);
}

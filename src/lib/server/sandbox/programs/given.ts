/*
 * What `sandboxScript` writes at the top of a program. The harness is a constant there because V8 would read its text
 * twice inside a function.
 */
declare const HARNESS: string;
declare const MODULES: readonly string[];

/** The harness's text. */
export const harness = HARNESS;
/** The modules of Node that it asks for, with "node:". */
export const modules = MODULES;

/** What was typed; what is said of it first; the text after that fix, null where none is offered. */
export type Row = [typed: string, said: string, fixed: string | null];

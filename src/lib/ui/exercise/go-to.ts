import type { Fix } from '../../contract/diagnostic.ts';

/** Asks the editor to show a place. */
export type GoTo = (location: { file: string; line: number; column: number }) => void;
/** Asks the editor to apply a fix to a file, so that undo takes it back. */
export type Repair = (file: string, fix: Fix) => void;

/** Asks the editor to show a place. */
export type GoTo = (location: { file: string; line: number; column: number }) => void;

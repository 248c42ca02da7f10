/** The number of the line on which a sign stands, 1-based. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

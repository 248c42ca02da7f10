/** One line of what is seen: what it is about, and how it is. */
export interface Row {
	key: string;
	value: string | number | boolean | null;
}

export const row = (key: string, value: Row['value']): Row => ({ key, value });

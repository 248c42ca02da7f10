/** A text of at most so many characters; what is cut off is said by an ellipsis. */
export const cutText = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most)}…` : text;

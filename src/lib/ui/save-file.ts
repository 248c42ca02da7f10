/** Hands a text to the person as a file in their downloads. */
function saveFile(name: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}

/** Of the progress, by this device's date. */
export const saveProgress = (text: string): void =>
	saveFile(`passerelle-${new Date().toISOString().slice(0, 10)}.json`, text);

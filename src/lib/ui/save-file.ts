/** Hands a text to the person as a file in their downloads. */
function saveFile(name: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}

/** Hands the progress over, named by this device's date; false where it cannot be had or handed over. */
export async function saveProgress(exportFile: () => Promise<string>): Promise<boolean> {
	try {
		saveFile(`passerelle-${new Date().toISOString().slice(0, 10)}.json`, await exportFile());
		return true;
	} catch {
		return false;
	}
}

const CONTROLS =
	/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007]*(?:\u0007|\u001b\\)|[@-Z\\-_])|[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What a terminal's text says, without its colours, cursor movements and bells. */
export const plainText = (text: string): string => text.replace(CONTROLS, '');

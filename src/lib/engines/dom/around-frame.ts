/** What a frame said since the page around it was last asked. */
export interface Heard {
	/** Its messages, each as JSON. */
	said: string[];
	/** Whether its document was replaced, or never came. */
	left: boolean;
}

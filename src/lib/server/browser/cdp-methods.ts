type None = Readonly<Record<string, never>>;

/** What is asked of Chromium: method → what it takes and gives (Chrome DevTools Protocol). */
export interface CdpMethods {
	'Browser.getVersion': { params: None; result: { product: string } };
	'Browser.setDownloadBehavior': { params: { behavior: 'deny'; browserContextId: string }; result: None };
	'Fetch.enable': { params: { patterns: { urlPattern: string }[] }; result: None };
	'Fetch.failRequest': { params: { requestId: string; errorReason: 'BlockedByClient' }; result: None };
	'Fetch.fulfillRequest': {
		params: {
			requestId: string;
			responseCode: number;
			responseHeaders: { name: string; value: string }[];
			/** In base 64. */
			body: string;
		};
		result: None;
	};
	'Page.enable': { params: None; result: None };
	'Page.navigate': { params: { url: string }; result: { errorText?: string } };
	'Runtime.evaluate': {
		params: { expression: string; awaitPromise: boolean; returnByValue: true };
		result: { result: { value?: unknown }; exceptionDetails?: { text: string } };
	};
	'Target.setDiscoverTargets': { params: { discover: true }; result: None };
	'Target.createBrowserContext': {
		params: { disposeOnDetach: boolean };
		result: { browserContextId: string };
	};
	'Target.disposeBrowserContext': { params: { browserContextId: string }; result: None };
	'Target.createTarget': {
		params: { url: string; browserContextId: string; width: number; height: number };
		result: { targetId: string };
	};
	'Target.attachToTarget': { params: { targetId: string; flatten: true }; result: { sessionId: string } };
	'Target.closeTarget': { params: { targetId: string }; result: None };
}

/** What Chromium says by itself. */
export interface CdpEvents {
	'Fetch.requestPaused': { requestId: string; request: { url: string; method: string } };
	'Page.domContentEventFired': { timestamp: number };
	'Target.targetCrashed': { targetId: string; status: string };
}

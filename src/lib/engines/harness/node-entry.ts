import { setSafeTimers } from '@vitest/utils/timers';
import { NODE_GLOBALS, takeBridge } from './bridge.ts';
import { bootSandbox } from './sandbox.ts';

const bridge = takeBridge();
setSafeTimers();
const { load, send, onUncaught, warmUps, harden } = bridge;
void bootSandbox({ load, send, onUncaught, keepGlobals: NODE_GLOBALS, warmUps }, { harden }).then((take) =>
	bridge.receive((message) => void take(message))
);

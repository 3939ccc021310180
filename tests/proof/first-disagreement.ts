/** Prints the first journey of a run of which the engine says what the oracle denies. Run as a process of its own, on an engine with a defect. */
import { proveJourney } from '../../src/analysis/proof/prove-journey.js';
import { runProperty } from './random-journeys.js';

const [first, count] = process.argv.slice(2).map(Number) as [number, number];
const { disagreements } = runProperty(proveJourney, Array.from({ length: count }, (_, at) => first + at), 1);
console.log(JSON.stringify(disagreements[0] ?? {}));

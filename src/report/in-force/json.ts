import { firstDay } from '../../audit/in-force.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import { printJson } from '../escape/json.js';
import { agreedFields, doubtFields, headFields, momentFields, versionFields } from '../past/json-fields.js';
import type { HeldThen, InForceReporter, ShownResults } from './in-force-results.js';

/** What was in force, or what stood under a version number, for programs. `schemas/output/in-force.schema.json` describes it. */
export const json: InForceReporter = {
  id: 'json',
  report(results) {
    const { recordedBy, seen, spec, title } = results;
    return printJson({ ...headFields('waymark-in-force/1', results), ...askedFields(results), recordedBy, seen: momentFields(seen), spec, title, ...answerFields(results), ...doubtFields(results) });
  },
};

function askedFields(results: ShownResults): object {
  return 'found' in results ? { asked: { version: results.number, contents: results.found.contents } } : { asOf: results.asOf };
}

function answerFields(results: ShownResults): object {
  if ('found' in results) return { held: results.held && heldFields(results.found.version, results.held), remarks: [] };
  const { answer: { version, absence, next, nextOfBase, remarks }, held } = results;
  return { inForce: version && held && heldFields(version, held), absence, next: next && begin(next), nextOfBase: nextOfBase && begin(nextOfBase), remarks };
}

function heldFields(version: SpecVersion, held: HeldThen): object {
  const { value, base, owner, digests } = held;
  return { ...begin(version), value, base, owner, ...agreedFields(held), digests };
}

function begin(version: SpecVersion): object {
  return { ...versionFields(version), from: firstDay(version) };
}

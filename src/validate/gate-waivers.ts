import { catalogue } from './catalogue.js';

/**
 * Rules of `waymark review` that a waiver may excuse, by code and id. The others say who a change is by, who has to agree to it, which version it
 * makes and what is put on record: whoever could excuse these could switch the review off.
 */
const excusableAtGate: ReadonlyMap<string, string> = new Map([
  ['CHG-006', 'change/informed-named'],
  ['CHG-007', 'change/training-fresh'],
  ['CHG-013', 'change/effective-ahead'],
  ['LIF-002', 'change/standing-forward'],
  ['LIF-003', 'change/once-active-kept'],
  ['LIF-008', 'change/dependents-reviewed'],
]);

/** True for a rule of the gate, by code or id. It is asked of changes: whether a waiver excuses something there is told where changes are. */
export function isOfGate(name = ''): boolean {
  const isCode = catalogue.some(({ code, awaits }) => code === name && awaits === undefined && /^(?:CHG-\d+|GOV-001|LIF-00[238])$/.test(code));
  return isCode || name.startsWith('change/');
}

/** True for a rule of the gate that a waiver may excuse, by code or id. */
export function isExcusableAtGate(name = ''): boolean {
  return [...excusableAtGate].some((names) => names.includes(name));
}

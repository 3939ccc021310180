import { endOfPromise, type PromiseEnd } from '../../../analysis/promise-end.js';
import { specName } from '../../../analysis/spec-words.js';
import type { CalendarDay } from '../../../base/date.js';
import { sentence } from '../../../base/words.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const ola = (rest: string): string => activeDocument('Sla', 'payout', `type: ola\nprovider: payments\nconsumer: claims\n${rest}`);
const settled = (rest: string): string => activeDocument('Sla', 'settled', `type: sla\nprovider: claims\nconsumer: customer\n${rest}`);
const record = (expires: string): string => `apiVersion: waymark/v1\nkind: Record\nid: agreement-1\ntype: agreement\ndate: 2026-08-12\nby: [claims#lead, payments#lead]\nsubject: [payout]\nexpires: ${expires}\noutcome: signed\n`;

/** A promise whose time has run out, or that rests on one whose time runs out first. */
export const agreementInForce: Rule = {
  id: 'sla/agreement-in-force',
  code: 'SLA-013',
  summary: 'A promise in force has not expired, nor has its agreement, and what makes it possible holds as long as it does.',
  rationale: 'Everybody goes on as before, until the first dispute: then one side says, rightly, that nothing was agreed any more.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S4.M2.2'],
  silencedBy: [{ code: 'STR-006', within: 'spec' }],
  examples: {
    valid: [
      { title: 'Agreed on until next year, as long as the promise that it makes possible', files: { 'ola.yaml': ola('agreement: agreement-1\nexpires: 2027-09-01\nunderpins: [settled]\n'), 'sla.yaml': settled('expires: 2027-09-01\n'), 'record.yaml': record('2027-12-31') }, asOf: '2026-11-22' },
    ],
    invalid: [
      {
        title: 'The promise has expired',
        files: { 'ola.yaml': ola('expires: 2026-11-22\n') },
        at: '2026-11-22',
        message: 'SLA `payout` is active and has not held since 2026-11-22.',
        asOf: '2026-11-22',
      },
      {
        title: 'The agreement has expired',
        files: { 'ola.yaml': ola('agreement: agreement-1\n'), 'record.yaml': record('2026-10-01') },
        at: 'agreement-1',
        message: 'SLA `payout` is active, and its agreement `agreement-1` has not held since 2026-10-01.',
        asOf: '2026-11-22',
      },
      {
        title: 'What makes the promise possible ends before it',
        files: { 'ola.yaml': ola('expires: 2027-03-01\nunderpins: [settled]\n'), 'sla.yaml': settled('expires: 2027-09-01\n') },
        at: 'settled',
        message: 'SLA `payout` makes SLA `settled` possible and holds until 2027-03-01 only; that one is promised until 2027-09-01.',
        asOf: '2026-11-22',
      },
      {
        title: 'The agreement behind it ends before it',
        files: { 'ola.yaml': ola('agreement: agreement-1\nunderpins: [settled]\n'), 'sla.yaml': settled('expires: 2027-09-01\n'), 'record.yaml': record('2027-01-01') },
        at: 'settled',
        message: 'SLA `payout` makes SLA `settled` possible and holds until 2027-01-01 only, when its agreement `agreement-1` ends; that one is promised until 2027-09-01.',
        asOf: '2026-11-22',
      },
    ],
  },
  *check({ workspace, asOf }) {
    for (const spec of workspace.all('Sla')) {
      const end = endOfPromise(workspace, spec);
      if (end !== undefined && end.day <= asOf) yield expired(spec, end);
      else yield* outlived(workspace, spec, end, asOf);
    }
  },
};

function expired(spec: Spec<'Sla'>, { day, path, agreement }: PromiseEnd): Finding {
  const subject = `${sentence(specName(spec))} is ${spec.status}`;
  return agreement === undefined
    ? { at: { spec, path }, message: `${subject} and has not held since ${day}.`, hint: 'Agree on it anew and write the new day, or set `status: retired`.' }
    : { at: { spec, path }, message: `${subject}, and its agreement \`${agreement}\` has not held since ${day}.`, hint: 'Agree on it anew, write a Record of that and name it in `agreement`, or set `status: retired`.' };
}

/** Promises that it makes possible and that hold for longer. One without an end of its own is looked at again with its reviews. */
function* outlived(workspace: Workspace, spec: Spec<'Sla'>, end: PromiseEnd | undefined, asOf: CalendarDay): Iterable<Finding> {
  if (end === undefined) return;
  for (const [index, id] of (spec.value.underpins ?? []).entries()) {
    const above = workspace.find('Sla', id);
    const needed = above === undefined || !isActive(above) ? undefined : endOfPromise(workspace, above);
    if (needed === undefined || needed.day <= end.day || needed.day <= asOf) continue;
    yield {
      at: { spec, path: ['underpins', index] },
      message: `${sentence(specName(spec))} makes ${specName(above!)} possible and holds until ${end.day} only${end.agreement === undefined ? '' : `, when its agreement \`${end.agreement}\` ends`}; that one is promised until ${needed.day}.`,
      hint: `Agree on it until ${needed.day} at the least, or promise the other one for a shorter time.`,
      related: [{ message: 'The promise holds until here.', at: { spec: above!, path: needed.path } }],
    };
  }
}

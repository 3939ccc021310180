import type { Coordinate } from '../../base/diagnostic.js';
import { listOf } from '../../base/words.js';
import { matchedSpecs } from '../../diff/match-specs.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Answer } from '../approvals.js';
import { edit, examplePromise, policyOfLevels, recordOf } from '../example-texts.js';
import type { RangeStart } from '../accumulated.js';
import type { GateFinding, GateRule } from '../gate-rule.js';
import { aboutOf, nameOf, placeOf } from '../missing-approvals.js';
import { howToBegin, sinceWhen, wayOver } from '../range-words.js';
import type { Versions } from '../versions.js';

const merged = { 'policy.yaml': policyOfLevels, 'promise.yaml': examplePromise.replace('within: 10d', 'within: 12d').replace('version: 1.0.0', 'version: 2.0.0') };
const lessBefore = [edit('promise.yaml', 'within: 12d', 'within: 10d'), edit('promise.yaml', 'version: 2.0.0', 'version: 1.0.0')];
const warnEarlier = [edit('promise.yaml', 'window: P1M', 'window: P1M\nwarnAt: 80'), edit('promise.yaml', 'version: 2.0.0', 'version: 2.1.0')];
const byOwner = { author: 'somebody', approvedBy: ['a-huber'] };

/** What nobody would agree to at once is not agreed to in slices. */
export const accumulatedAgreed: GateRule = {
  id: 'change/accumulated-agreed',
  code: 'CHG-017',
  summary: 'Everybody has agreed whom all changes of a document since the last release ask for together.',
  rationale: 'A promise that is broken in five small steps is broken as much as in one, and nobody was asked.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M5.6'],
  examples: {
    valid: [
      { title: 'A Record shows that the role agreed to the step before', before: { ...merged, 'record.yaml': recordOf('claim-settled@2.0.0', 'payments#lead', 'b-roth').replace('b-roth}', 'b-roth, set: "sha256:0"}') }, released: [...lessBefore, edit('record.yaml', 'id: change-1', 'id: change-0')], edits: warnEarlier, host: byOwner },
      { title: 'The role agrees now', before: merged, released: lessBefore, edits: warnEarlier, host: { ...byOwner, approvedBy: ['a-huber', 'b-roth'] } },
    ],
    invalid: [
      {
        title: 'The step before broke the promise, and nobody knows who agreed to that',
        before: merged,
        released: lessBefore,
        edits: warnEarlier,
        host: byOwner,
        at: '{within: 12d, percent: 90}',
        message: 'Since the release, `sla:claim-settled` has gone from 1.0.0 over 2.0.0 to 2.1.0, and all of it together is 1 breaking change. `payments#lead` (b-roth) has to agree to that: no Record shows that this role agreed to each step.',
      },
      {
        title: 'The promise has another name since, and its former name is an alias',
        before: { ...merged, 'promise.yaml': merged['promise.yaml'].replace('id: claim-settled', 'id: claim-done\naliases: [claim-settled]') },
        released: [...lessBefore, edit('promise.yaml', 'id: claim-done\naliases: [claim-settled]', 'id: claim-settled')],
        edits: warnEarlier,
        host: byOwner,
        at: '{within: 12d, percent: 90}',
        message: 'Since the release, `sla:claim-done` has gone from 1.0.0 over 2.0.0 to 2.1.0, and all of it together is 1 breaking change. `payments#lead` (b-roth) has to agree to that: no Record shows that this role agreed to each step.',
      },
    ],
  },
  *check({ versions, accumulated }) {
    const all = accumulated.flatMap(({ start, answers }) => answers.map((answer) => findingOf(versions, start, answer)));
    yield* new Map(all.map((finding) => [finding.message, finding])).values();
  },
};

function findingOf(versions: Versions, start: RangeStart, answer: Answer): GateFinding {
  const { subject, approver, changes } = answer.demand;
  const who = answer.state === 'nobody' && answer.missing.length === 0 ? `\`${approver}\`, to whom the Policy maps nobody,` : answer.demand.count === undefined ? listOf(answer.missing.map(nameOf)) : `${answer.more} of ${listOf(answer.missing.map(nameOf), 'or')}`;
  const worst = changes.find(({ level }) => level === 'breaking') ?? changes[0]!;
  const isOne = (answer.demand.count === undefined ? answer.missing.length : answer.more) <= 1;
  return {
    subject,
    message: `${sinceWhen(start)}, \`${subject}\` ${wayOver(versionsOf(versions, start, answer))}, and all of it together is ${aboutOf(answer).replace(/^`.*` \((.*)\)$/, '$1')}. ${who} ${isOne ? 'has' : 'have'} to agree to that: no Record shows that ${isOne ? 'this role' : 'these roles'} agreed to each step.`,
    hint: [worst.message, ...howToBegin(start)].join(' '),
    ...placeOf([worst, ...changes]),
  };
}

/** Where the range begins, on the branch, and after the change. */
function versionsOf({ before, after }: Versions, { workspace: since }: RangeStart, { demand: { subject } }: Answer): readonly string[] {
  return [since, before, after].map((workspace) => {
    const value = formerly(workspace, after, subject)?.value;
    return value === undefined ? 'nothing' : 'version' in value ? value.version : '';
  });
}

/** What a document of today was in an earlier version, whatever it was called there. */
function formerly(earlier: Workspace, after: Workspace, subject: Coordinate): Spec | undefined {
  return earlier.specAt(subject) ?? matchedSpecs(earlier)(after).pairs.find((pair) => pair.after.coordinate === subject)?.before;
}

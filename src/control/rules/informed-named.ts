import type { Coordinate } from '../../base/diagnostic.js';
import { groupBy } from '../../base/groups.js';
import { listOf } from '../../base/words.js';
import type { Change } from '../../diff/change.js';
import { tallyWords } from '../../diff/tally.js';
import { spanIn } from '../../load/document.js';
import type { JourneyModel } from '../../model/journey.js';
import { documentPartOf, isActive } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { activeDocument } from '../../validate/example-texts.js';
import { isConsequence } from '../consequences.js';
import { edit, examplePromise, promiseLess } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';
import type { Versions } from '../versions.js';

/** Whom a change touches hears of it before it holds. */
export const informedNamed: GateRule = {
  id: 'change/informed-named',
  code: 'CHG-006',
  summary: 'A journey that changes in a breaking or regulated way, or whose promise does, names somebody who is told.',
  rationale: 'Whoever depends on a journey and hears nothing of its change finds out from a customer.',
  severity: 'warning',
  remedy: 'finding',
  serves: ['S0.C2'],
  examples: {
    valid: [
      { title: 'A team is told about the journey', before: { 'promise.yaml': examplePromise, 'journey.yaml': claim('ownership: {stakeholders: [payments]}\n') }, edits: promiseLess },
      { title: 'A team is told about a stage', before: { 'promise.yaml': examplePromise, 'journey.yaml': claim('', 'raci: {informed: [payments]}\n    ') }, edits: promiseLess },
      { title: 'What harms nobody', before: { 'promise.yaml': examplePromise, 'journey.yaml': claim('') }, edits: [edit('promise.yaml', 'title: Claim settled', 'title: Claims settled')] },
    ],
    invalid: [
      {
        title: 'Customers are promised less, and nobody is told',
        before: { 'promise.yaml': examplePromise, 'journey.yaml': claim('') },
        edits: promiseLess,
        at: 'claim',
        message: '`journey:claim` names nobody who is told about 1 breaking change of `sla:claim-settled`.',
      },
      {
        title: 'A step goes, and nobody is told',
        before: { 'promise.yaml': examplePromise, 'journey.yaml': claim('') },
        edits: [edit('journey.yaml', '      - {id: decide, title: We decide, lane: frontstage, channel: phone}\n', '')],
        at: 'claim',
        message: '`journey:claim` names nobody who is told about 1 breaking change.',
      },
    ],
  },
  *check({ versions, changes, isFirstAdoption }) {
    if (isFirstAdoption) return;
    const harmful = changes.filter((change) => (change.level === 'breaking' || change.regulated) && !isConsequence(change));
    for (const [subject, touching] of touchedJourneys(versions, [...groupBy(harmful, (change) => documentPartOf(change.subject))])) {
      const journey = modelAt(versions.after, subject) ?? modelAt(versions.before, subject);
      if (journey === undefined || isSomebodyTold(journey)) continue;
      const about = touching.map(([document, list]) => (document === subject ? tallyWords(list) : `${tallyWords(list)} of \`${document}\``));
      yield { subject, message: `\`${subject}\` names nobody who is told about ${listOf(about)}.`, hint: 'Name teams under `ownership: {stakeholders: [...]}`, or under `informed` in the `raci` of a stage.', span: spanIn(journey.spec.document, ['id']) };
    }
  },
};

function modelAt(workspace: Workspace, subject: Coordinate): JourneyModel | undefined {
  const spec = workspace.specAt(subject);
  return spec === undefined ? undefined : workspace.journey(spec.id);
}

/** Changes of a document, with the document. */
type Touching = readonly [document: Coordinate, changes: readonly Change[]];

/** For each journey what touches it: its own changes, and those of the promises that it makes or made to its customers. */
function touchedJourneys({ before, after }: Versions, harmful: readonly Touching[]): ReadonlyMap<Coordinate, readonly Touching[]> {
  const pairs = harmful.flatMap((touching) => journeysAt(before, after, touching[0]).map((journey) => ({ journey, touching })));
  return new Map([...groupBy(pairs, ({ journey }) => journey)].map(([journey, list]) => [journey, list.map(({ touching }) => touching)]));
}

function journeysAt(before: Workspace, after: Workspace, document: Coordinate): readonly Coordinate[] {
  if (document.startsWith('journey:')) return [document];
  const [kind, id] = document.split(':');
  const making = [before, after].flatMap(({ journeys }) => journeys.filter(({ spec }) => kind === 'sla' && isActive(spec) && spec.value.slas?.includes(id!)));
  return [...new Set(making.map(({ spec }) => spec.coordinate))];
}

/** By the journey as a whole, or by one of its stages. */
function isSomebodyTold({ spec, stages }: JourneyModel): boolean {
  return (spec.value.ownership?.stakeholders ?? []).length > 0 || stages.some(({ value }) => (value.raci?.informed ?? []).length > 0);
}

function claim(more: string, raci = ''): string {
  return activeDocument('Journey', 'claim', `${more}slas: [claim-settled]
stages:
  - id: settle
    title: Settle
    ${raci}steps:
      - {id: decide, title: We decide, lane: frontstage, channel: phone}
      - {id: thank, title: We say thanks, lane: frontstage, channel: email, end: success}
`);
}

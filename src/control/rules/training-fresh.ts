import { isDoneByPeople } from '../../analysis/people-at-work.js';
import { readReference } from '../../analysis/written-reference.js';
import { groupBy } from '../../base/groups.js';
import { isAbove } from '../../base/versions.js';
import { partsOf, type Change } from '../../diff/change.js';
import { spanIn } from '../../load/document.js';
import type { JourneyModel } from '../../model/journey.js';
import { documentPartOf, type Spec } from '../../model/spec.js';
import type { Training } from '../../schema/kinds/journey.js';
import { activeDocument, exampleRecord } from '../../validate/example-texts.js';
import { isConsequence } from '../consequences.js';
import { edit, newFile } from '../example-texts.js';
import type { GateContext, GateFinding, GateRule } from '../gate-rule.js';
import { nameWithVersion, newRecords } from '../records.js';

const otherChannel = [edit('journey.yaml', 'channel: phone', 'channel: email'), edit('journey.yaml', 'version: 1.0.0', 'version: 2.0.0')];

/** Staff have learnt how it goes now, and not how it went before. */
export const trainingFresh: GateRule = {
  id: 'change/training-fresh',
  code: 'CHG-007',
  summary: 'Where a step that people do is changed, the material that teaches it has a newer version, or a new Record says that it need not have one.',
  rationale: 'Whoever was taught the old way keeps to it.',
  severity: 'warning',
  remedy: 'evidence',
  serves: ['S2.M6.4', 'S3.M2.6'],
  examples: {
    valid: [
      { title: 'The material is newer as well', before: { 'journey.yaml': claim('') }, edits: [...otherChannel, edit('journey.yaml', 'version: 7,', 'version: 8,')] },
      { title: 'A Record attests that nobody has to learn anything', before: { 'journey.yaml': claim('') }, edits: [...otherChannel, newFile('record.yaml', attestation('claim@2.0.0'))] },
      { title: 'The material teaches another step', before: { 'journey.yaml': claim('') }, edits: [edit('journey.yaml', 'covers: [decide]', 'covers: [thank]'), ...otherChannel] },
    ],
    invalid: [
      {
        title: 'The material teaches the step as it was',
        before: { 'journey.yaml': claim('') },
        edits: otherChannel,
        at: '{audience: claims, material: "lms://claims-7", version: 7, covers: [decide]}',
        message: '`lms://claims-7` teaches `decide` of `journey:claim` as it was.',
      },
      {
        title: 'So it does for a step under a regime, which is an error',
        severity: 'error',
        before: { 'journey.yaml': claim(', regulated: [gdpr]') },
        edits: otherChannel,
        at: '{audience: claims, material: "lms://claims-7", version: 7, covers: [decide]}',
        message: '`lms://claims-7` teaches `decide` of `journey:claim` as it was.',
      },
      {
        title: 'A variant that takes the step over is told with its base',
        before: { 'journey.yaml': claim(''), 'variant.yaml': activeDocument('Journey', 'claim-at', 'extends: claim@1.0.0\n') },
        edits: [...otherChannel, edit('variant.yaml', 'extends: claim@1.0.0', 'extends: claim@2.0.0')],
        at: '{audience: claims, material: "lms://claims-7", version: 7, covers: [decide]}',
        message: '`lms://claims-7` teaches `decide` of `journey:claim` as it was.',
      },
      {
        title: 'A Record about the version before',
        before: { 'journey.yaml': claim('') },
        edits: [...otherChannel, newFile('record.yaml', attestation('claim@1.0.0'))],
        at: '{audience: claims, material: "lms://claims-7", version: 7, covers: [decide]}',
        message: '`lms://claims-7` teaches `decide` of `journey:claim` as it was.',
      },
    ],
  },
  *check(context) {
    const weighty = context.changes.filter((change) => change.level !== 'editorial' && !isConsequence(change));
    for (const [subject, changes] of groupBy(weighty, (change) => documentPartOf(change.subject))) {
      const spec = context.versions.after.specAt(subject);
      const journey = spec?.kind !== 'Journey' || spec.status === 'draft' ? undefined : context.versions.after.journey(spec.id);
      if (journey !== undefined) yield* staleIn(context, journey, changes, weighty);
    }
  },
};

function* staleIn(context: GateContext, journey: JourneyModel, changes: readonly Change[], all: readonly Change[]): Iterable<GateFinding> {
  const { spec } = journey;
  const earlier = context.versions.before.journey(spec.id)?.spec.value.training ?? [];
  const isTold = toldWithBase(context, journey, all);
  const changed = groupBy(changes.filter(({ subject }) => isOfPeople(journey, subject)), ({ subject }) => subject.split('#')[1]!);
  for (const [index, training] of (spec.value.training ?? []).entries()) {
    const steps = [...changed.keys()].filter((step) => covers(training, step) && !isAttested(context, journey, step) && !isTold(training, changed.get(step)!));
    if (steps.length === 0 || !isAsBefore(training, earlier)) continue;
    const isRegulated = steps.some((step) => changed.get(step)!.some(({ regulated }) => regulated));
    yield {
      subject: spec.coordinate,
      message: `${nameOf(training)} teaches ${steps.map((step) => `\`${step}\``).join(', ')} of \`${spec.coordinate}\` as it was.`,
      hint: `Raise its \`version\` when it is worked over, or add a Record of \`type: attestation\` with \`subject: [${nameWithVersion(spec, context.bumps)}]\` that says why nobody has to learn anything.`,
      span: spanIn(spec.document, ['training', index]),
      ...(isRegulated ? { severity: 'error' } : {}),
    };
  }
}

/** What a variant takes over is told with its base: the same material teaches the same step as it was, so it is worked over or attested once. */
function toldWithBase({ versions }: GateContext, { base: id }: JourneyModel, all: readonly Change[]): (training: Training, own: readonly Change[]) => boolean {
  const base = id === undefined ? undefined : versions.after.journey(id);
  if (base === undefined || base.spec.status === 'draft') return () => false;
  return ({ audience, material, version }, own) => {
    const isShared = (base.spec.value.training ?? []).some((each) => each.audience === audience && each.material === material && each.version === version);
    const subject = `${base.spec.coordinate}#${own[0]!.subject.split('#')[1]!}`;
    const there = all.filter((change) => change.subject === subject).flatMap(partsOf);
    return isShared && isOfPeople(base, subject) && own.flatMap(partsOf).every((change) => there.some(({ kind, regulated }) => kind === change.kind && regulated === change.regulated));
  };
}

/** A step that is new has to be learnt as well; one that is gone has not. */
function isOfPeople(journey: JourneyModel, subject: string): boolean {
  const step = journey.step(subject.split('#')[1] ?? '');
  return step !== undefined && step.coordinate === subject && isDoneByPeople(step);
}

/** What names no steps teaches the whole journey. */
function covers({ covers: steps }: Training, step: string): boolean {
  return steps === undefined || steps.some((each) => (readReference(each).inner ?? each).split('.').at(-1) === step);
}

/** True where the same material was there before in this version, or in a later one. What is new was written for the change. */
function isAsBefore({ audience, material, version }: Training, earlier: readonly Training[]): boolean {
  return earlier.some((each) => each.audience === audience && each.material === material && !isNewer(version, each.version));
}

/** Of numbers and of versions the later one can be told; of other names only that it is another. */
function isNewer(version: Training['version'], earlier: Training['version']): boolean {
  if (typeof version === 'number' && typeof earlier === 'number') return version > earlier;
  const [now, then] = [String(version ?? ''), String(earlier ?? '')];
  return now !== '' && now !== then && !isAbove(then, now);
}

function isAttested({ versions, bumps }: GateContext, { spec }: JourneyModel, step: string): boolean {
  const name = nameWithVersion(spec, bumps);
  return newRecords(versions).some(({ value }) => value.type === 'attestation' && isAbout(value, name, step));
}

/** A Record that lists steps is about these alone. */
function isAbout({ subject, steps = [] }: Spec<'Record'>['value'], name: string, step: string): boolean {
  const listed = steps.map((each) => readReference(each).inner);
  return subject.includes(`${name}#${step}`) || (subject.includes(name) && (listed.length === 0 || listed.includes(step)));
}

function nameOf({ audience, material }: Training): string {
  return material === undefined ? `The training of \`${audience}\`` : `\`${material}\``;
}

function claim(more: string): string {
  return activeDocument('Journey', 'claim', `training: [{audience: claims, material: "lms://claims-7", version: 7, covers: [decide]}]
stages:
  - id: settle
    title: Settle
    steps:
      - {id: decide, title: We decide, lane: frontstage, channel: phone${more}}
      - {id: thank, title: We say thanks, lane: frontstage, channel: letter, end: success}
`);
}

function attestation(subject: string): string {
  return exampleRecord('attestation', '2026-11-20', subject, `outcome: Nobody has to learn anything
`);
}

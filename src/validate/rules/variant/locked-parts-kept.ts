import { mayTellOf } from '../../../analysis/completeness.js';
import { lockedTouches, type LockedTouch } from '../../../analysis/locked-parts.js';
import { readReference } from '../../../analysis/written-reference.js';
import type { Variant } from '../../../model/overlay.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const base = activeJourney('visit', 'visit', `      - {id: visit, title: Technician visits, lane: frontstage, disclosures: [rights], promise: {within: 4h, percent: 98}, end: success}
disclosures:
  - {id: rights, textFile: rights.md, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
`);

function variant(rest: string): string {
  return `apiVersion: waymark/v1
kind: Journey
id: visit-at
title: Visit, Austria
version: 1.0.0
status: active
owner: claims
${rest}`;
}

const otherText = variant('extends: visit@^1\noverlay:\n  - {op: set, path: disclosures.rights.textFile, value: rights.at.md, reason: Austrian law}\n');

/** A variant that takes away what everybody is owed. */
export const lockedPartsKept: Rule = {
  id: 'variant/locked-parts-kept',
  code: 'VAR-012',
  summary: 'A variant says for which versions of its base it is made, and loosens nothing that the Policy locks.',
  rationale: 'What the law or the company owes every customer must not get lost in a country, and nobody may find out only afterwards.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.4'],
  silencedBy: [{ code: 'VAR-009', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'Faster than the base, and another text that a change Record tells of',
        files: {
          'base.yaml': base,
          'variant.yaml': variant('extends: visit@^1\noverlay:\n  - {op: set, path: stages.visit.steps.visit.promise.within, value: 2h, reason: short ways}\n  - {op: set, path: disclosures.rights.textFile, value: rights.at.md, reason: Austrian law}\n'),
          'record.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: change-1\ntype: change\ndate: 2026-10-01\nby: [claims#lead]\nsubject: [visit-at@1.0.0]\n',
        },
      },
    ],
    invalid: [
      { title: 'Made for any version', files: { 'base.yaml': base, 'variant.yaml': variant('extends: visit\n') }, at: 'visit', message: 'Variant `visit-at` does not say for which versions of `visit` it is made.' },
      {
        title: 'A text that nobody sees any more',
        files: { 'base.yaml': base, 'variant.yaml': variant('extends: visit@^1\noverlay:\n  - {op: remove, path: stages.visit.steps.visit.disclosures, reason: shorter}\n') },
        at: 'stages.visit.steps.visit.disclosures',
        message: 'Variant `visit-at` takes away `stages.visit.steps.visit.disclosures.rights`, which the Policy locks.',
      },
      {
        title: 'A slower promise',
        files: { 'base.yaml': base, 'variant.yaml': variant('extends: visit@^1\noverlay:\n  - {op: set, path: stages.visit.steps.visit.promise.within, value: 8h, reason: long ways}\n') },
        at: 'stages.visit.steps.visit.promise.within',
        message: 'Variant `visit-at` loosens `stages.visit.steps.visit.promise.within`, which the Policy locks.',
      },
      {
        title: 'Another text that no Record tells of',
        files: { 'base.yaml': base, 'variant.yaml': otherText },
        at: 'disclosures.rights.textFile',
        message: 'Variant `visit-at` changes `disclosures.rights.textFile`, which the Policy locks, and no change Record tells of it.',
      },
    ],
  },
  *check({ workspace }) {
    for (const spec of workspace.all('Journey')) yield* unpinned(spec);
    for (const each of workspace.variants) yield* loosened(workspace, each);
  },
};

function* unpinned(spec: Spec<'Journey'>): Iterable<Finding> {
  const from = spec.value.extends;
  if (from === undefined || (readReference(from).version ?? '') !== '') return;
  const { id } = readReference(from);
  yield {
    at: { spec, path: ['extends'] },
    message: `Variant \`${spec.id}\` does not say for which versions of \`${id}\` it is made.`,
    hint: `Write \`extends: ${id}@^1\`, with the major version of \`${id}\` that you have read.`,
  };
}

const gravity: readonly LockedTouch['touch'][] = ['removed', 'loosened', 'changed'];
const words: { readonly [touch in LockedTouch['touch']]: string } = { removed: 'takes away', loosened: 'loosens', changed: 'changes' };

/** Each change is told once, by the gravest thing that it does. What has no stricter side needs a Record. */
function* loosened(workspace: Workspace, { spec, base: from }: Variant): Iterable<Finding> {
  for (const [index, operation] of (spec.value.overlay ?? []).entries()) {
    const [worst] = lockedTouches(from.value, operation, workspace.policy.locked).toSorted((a, b) => gravity.indexOf(a.touch) - gravity.indexOf(b.touch));
    if (worst === undefined || (worst.touch === 'changed' && isRecorded(workspace, spec))) continue;
    yield {
      at: { spec, path: ['overlay', index, 'path'] },
      message: `Variant \`${spec.id}\` ${words[worst.touch]} \`${worst.place}\`, which the Policy locks${worst.touch === 'changed' ? ', and no change Record tells of it' : ''}.`,
      hint: worst.touch === 'changed' ? `Add a Record with \`type: change\` and \`subject: [${spec.id}@${spec.value.version}]\`, with the approvals that a regulated change needs.` : `Delete this change, or change \`${from.id}\` for everybody.`,
    };
  }
}

function isRecorded(workspace: Workspace, spec: Spec<'Journey'>): boolean {
  return mayTellOf(workspace, 'Record', [spec.id]) || workspace.referencesTo(spec.coordinate).some(({ from, field }) => field === 'subject' && from.kind === 'Record' && (from as Spec<'Record'>).value.type === 'change');
}

import { listOf } from '../../../base/words.js';
import type { StepModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const oldHost = `apiVersion: waymark/v1
kind: System
id: card-host
title: Card host of 1991
version: 1.0.0
status: active
owner: claims
legacy: true
`;

const journey = (pains: string): string => activeJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
      - {id: block, title: We block the card, lane: backstage, systems: [card-host], ${pains}end: success}
`);

/** A step on a system that is to be replaced, without what it costs us to keep it. */
export const legacyHasPain: Rule = {
  id: 'structure/legacy-has-pain',
  code: 'STR-017',
  summary: 'A step on a system that is to be replaced says what hurts, how badly, and what it costs.',
  rationale: 'Old systems are replaced in the order of what they cost customers and staff. A step that says nothing waits longest.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M1.1'],
  examples: {
    valid: [{ title: 'A pain with its weight and its cost', files: { 'system.yaml': oldHost, 'journey.yaml': journey('pains: [{text: Cards are blocked overnight only, severity: 1, impact: 3% misused before morning}], ') } }],
    invalid: [
      {
        title: 'No pain at all',
        files: { 'system.yaml': oldHost, 'journey.yaml': journey('') },
        at: 'block',
        message: 'Step `block` runs on `card-host`, which is to be replaced, and says nothing of what hurts.',
      },
      {
        title: 'A pain without its cost',
        files: { 'system.yaml': oldHost, 'journey.yaml': journey('pains: [{text: Cards are blocked overnight only, severity: 1}], ') },
        at: 'Cards are blocked overnight only',
        message: 'Step `block` runs on `card-host`, which is to be replaced, and its pain lacks `impact`.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const legacy = legacySystems(workspace);
    if (legacy.size === 0) return undefined;
    return function* ({ spec, steps }) {
      for (const step of steps) {
        const system = step.value.systems?.find((each) => legacy.has(each));
        if (system !== undefined) yield* findingsOf(spec, step, system);
      }
    };
  },
};

function legacySystems(workspace: Workspace): ReadonlySet<string> {
  return new Set(workspace.all('System').filter(({ value, status }) => value.legacy === true && status !== 'retired').map(({ id }) => id));
}

/** One pain with everything is enough; the first is asked for what it lacks. */
function* findingsOf(spec: Spec, { id, value, path }: StepModel, system: string): Iterable<Finding> {
  const { pains = [] } = value;
  const runs = `Step \`${id}\` runs on \`${system}\`, which is to be replaced, and`;
  const [first] = pains;
  if (first === undefined) yield { at: { spec, path: [...path, 'id'] }, message: `${runs} says nothing of what hurts.`, hint: 'Add `pains: [{text: ..., severity: ..., impact: ...}]` with what hurts, how badly from 1 (worst) to 4, and what it costs.' };
  else if (!pains.some(({ severity, impact }) => severity !== undefined && impact !== undefined)) {
    const missing = [first.severity === undefined ? '`severity`' : '', first.impact === undefined ? '`impact`' : ''].filter((each) => each !== '');
    yield { at: { spec, path: [...path, 'pains', 0, 'text'] }, message: `${runs} its pain lacks ${listOf(missing)}.`, hint: 'Add to it how badly it hurts, `severity:` from 1 (worst) to 4, and what it costs, `impact:`.' };
  }
}

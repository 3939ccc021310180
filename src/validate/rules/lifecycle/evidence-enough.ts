import { isKnownEnough, knownBy } from '../../../analysis/confidence.js';
import { count } from '../../../base/words.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { isActive } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Confidence, Evidence } from '../../../schema/kinds/step.js';
import { activeDocument, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Steps before the customer's eyes that are known less well than the Policy asks. */
export const evidenceEnough: Rule = {
  id: 'lifecycle/evidence-enough',
  code: 'LIF-010',
  summary: 'Every step that the customer does or sees is known as well as the Policy asks.',
  rationale: 'An assumption that is drawn like a fact is believed like a fact, and money is spent on it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.1'],
  examples: {
    valid: [
      { title: 'The journey says how well it is known', files: { 'policy.yaml': policyAsking('partly'), 'journey.yaml': lostCard('evidence: {confidence: partly, sources: [{system: crm, period: 2026-Q3, n: 420}]}\n', '') } },
      { title: 'What only staff see may be assumed', files: { 'policy.yaml': policyAsking('partly'), 'journey.yaml': lostCard('', '').replace('lane: customer, channel: phone', 'lane: backstage') } },
    ],
    invalid: [
      {
        title: 'Nothing is said about evidence',
        files: { 'policy.yaml': policyAsking('partly'), 'journey.yaml': lostCard('', '') },
        at: 'lost-card',
        message: 'Journey `lost-card` does not say how well it is known; the Policy asks for `partly` for what customers see.',
      },
      {
        title: 'The evidence of the journey is too weak',
        files: { 'policy.yaml': policyAsking('evidenced'), 'journey.yaml': lostCard('evidence: Workshop with two agents\n', '') },
        at: 'Workshop with two agents',
        message: 'Journey `lost-card` is known as `partly`; the Policy asks for `evidenced` for what customers see.',
      },
      {
        title: 'A step is evidenced by nothing',
        files: { 'policy.yaml': policyAsking('partly'), 'journey.yaml': lostCard('', ', evidence: {confidence: evidenced}') },
        at: 'evidenced',
        message: 'Step `call` is known as `assumed`, because it says `evidenced` and names no source; the Policy asks for `partly`.',
      },
      {
        title: 'One step says nothing where another does',
        files: { 'policy.yaml': policyAsking('partly'), 'journey.yaml': lostCard('', ', evidence: {confidence: partly}').replace('lane: backstage', 'lane: frontstage') },
        at: 'block',
        message: 'Step `block` does not say how well it is known; the Policy asks for `partly`.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const least = workspace.policy.value.evidence?.activeJourney?.minEvidence;
    if (least === undefined) return undefined;
    return (journey) => (journey.spec.value.perspective === 'to-be' ? [] : journeyFindings(workspace, journey, least));
  },
};

function* journeyFindings(workspace: Workspace, journey: JourneyModel, least: Confidence): Iterable<Finding> {
  const seen = journey.steps.filter(({ value }) => value.lane === 'customer' || value.lane === 'frontstage');
  const silent = seen.filter(({ value }) => value.evidence === undefined);
  const spoken = journey.steps.some(({ value }) => value.evidence !== undefined);
  const { evidence } = journey.spec.value;
  if (silent.length > 0 && evidence !== undefined) yield* weak(`Journey \`${journey.id}\``, evidence, least, { spec: journey.spec, path: ['evidence'] }, ' for what customers see');
  else if (silent.length > 0 && !spoken) yield* withoutEvidence(workspace, journey, least, silent.length);
  else for (const step of silent) yield stepWithoutEvidence(journey, step, least);
  for (const step of seen) if (step.value.evidence !== undefined) yield* weak(`Step \`${step.id}\``, step.value.evidence, least, { spec: journey.spec, path: [...step.path, 'evidence'] }, '');
}

function* weak(name: string, evidence: Evidence, least: Confidence, { spec, path }: Finding['at'], scope: string): Iterable<Finding> {
  const known = knownBy(evidence);
  if (isKnownEnough(known, least)) return;
  const because = known.doubt === undefined ? '' : `, because ${known.doubt}`;
  const hasOwnWord = typeof evidence !== 'string' && evidence.confidence !== undefined;
  yield {
    at: { spec, path: hasOwnWord ? [...path, 'confidence'] : path },
    message: `${name} is known as \`${known.confidence}\`${because}; the Policy asks for \`${least}\`${scope}.`,
    hint: `Look at real cases and write what you saw: \`evidence: {confidence: ${least}, sources: [{system: ..., period: 2026-Q3, n: ...}]}\`.`,
  };
}

/** A variant that takes its steps from its base is told nothing that the base is told. */
function* withoutEvidence(workspace: Workspace, { id, base, spec }: JourneyModel, least: Confidence, steps: number): Iterable<Finding> {
  const told = base === undefined ? undefined : workspace.journey(base);
  if (told !== undefined && isActive(told.spec) && told.spec.value.evidence === undefined) return;
  yield {
    at: { spec, path: ['id'] },
    message: `Journey \`${id}\` does not say how well it is known; the Policy asks for \`${least}\` for what customers see.`,
    hint: `Add \`evidence: {confidence: ${least}, sources: [{system: ..., period: 2026-Q3, n: ...}]}\`; it holds for ${count(steps, 'step')} that ${steps === 1 ? 'says' : 'say'} nothing else.`,
  };
}

function stepWithoutEvidence({ spec }: JourneyModel, step: StepModel, least: Confidence): Finding {
  return {
    at: { spec, path: [...step.path, 'id'] },
    message: `Step \`${step.id}\` does not say how well it is known; the Policy asks for \`${least}\`.`,
    hint: `Add \`evidence: {confidence: ${least}, sources: [...]}\` to the step, or to the journey for all its steps.`,
  };
}

function policyAsking(least: string): string {
  return examplePolicy(`evidence: {activeJourney: {minEvidence: ${least}}}
`);
}

function lostCard(evidence: string, onStep: string): string {
  return activeDocument('Journey', 'lost-card', `${evidence}stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone${onStep}}
      - {id: block, title: We block the card, lane: backstage, end: success}
`);
}

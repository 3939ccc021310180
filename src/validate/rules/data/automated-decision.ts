import { automationOf, leadsToReview } from '../../../analysis/people-at-work.js';
import { closure } from '../../../analysis/reachability.js';
import { systemsOf } from '../../../analysis/system-use.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Place, Rule } from '../../rule.js';

const model = `apiVersion: waymark/v1
kind: System
id: score
title: Credit score
version: 1.0.0
status: active
owner: claims
type: model
modelCard: {purpose: Says who gets a loan, inputs: [], legalEffect: true}
`;

const journeyText = (steps: string, rest = ''): string => activeJourney('loan', 'decide', `${steps}${rest}`);

const disclosures = `disclosures:
  - {id: reasons, textFile: texts/reasons.md, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
`;

/**
 * A decision with legal effect that a machine takes alone. Legal effect has what a regime governs, or what a model
 * decides whose card says so. Automated steps of high risk without a person are told by VAR-010.
 */
export const automatedDecision: Rule = {
  id: 'data/automated-decision',
  code: 'DAT-010',
  summary: 'Where a machine alone decides with legal effect, a regime is named, the customer is told why, and a person can be reached.',
  rationale: 'Customers have the right not to be judged by a machine alone, to hear the reasons, and to have a person look again.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M2.4'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'REF-002', within: 'subject' }],
  examples: {
    valid: [
      {
        title: 'The reasons are shown, and a person looks again',
        files: {
          'score.yaml': model,
          'journey.yaml': journeyText(`      - {id: decide, title: Loan is decided, lane: backstage, type: decision, systems: [score], automation: automated, regulated: [gdpr], disclosures: [reasons], next: [{to: pay, share: 0.8}, {to: review, when: refused, share: 0.2}]}
      - {id: review, title: A clerk looks again, lane: backstage, automation: human}
      - {id: pay, title: Loan is paid, lane: support, end: success}
`, disclosures),
        },
      },
      {
        title: 'A person decides with the help of the model',
        files: { 'score.yaml': model, 'journey.yaml': journeyText('      - {id: decide, title: Loan is decided, lane: backstage, type: decision, systems: [score], automation: assisted, end: success}\n') },
      },
    ],
    invalid: [
      {
        title: 'No regime is named',
        files: {
          'score.yaml': model,
          'journey.yaml': journeyText(`      - {id: decide, title: Loan is decided, lane: backstage, type: decision, systems: [score], automation: automated, disclosures: [reasons]}
      - {id: review, title: A clerk looks again, lane: backstage, automation: human, end: success}
`, disclosures),
        },
        at: 'automated',
        message: 'Step `decide` decides by machine with legal effect, but names no regime that allows it.',
      },
      {
        title: 'Nobody to turn to',
        files: {
          'score.yaml': model,
          'journey.yaml': journeyText('      - {id: decide, title: Loan is decided, lane: backstage, type: decision, systems: [score], automation: {how: automated}, regulated: [gdpr], disclosures: [reasons], end: success}\n', disclosures),
        },
        at: 'automated',
        message: 'Step `decide` decides by machine with legal effect, and nobody looks at the case again.',
      },
      {
        title: 'The customer is not told why',
        files: {
          'score.yaml': model,
          'journey.yaml': journeyText(`      - {id: decide, title: Loan is decided, lane: backstage, type: decision, automation: automated, regulated: [gdpr]}
      - {id: review, title: A clerk looks again, lane: backstage, automation: human, end: success}
`),
        },
        at: 'decide',
        message: 'Step `decide` decides by machine with legal effect, and no text tells the customer why.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const deciding = systemsWithLegalEffect(workspace);
    return function* (journey) {
      for (const step of journey.steps) if (decidesAlone(step, deciding)) yield* missing(journey, step);
    };
  },
};

function systemsWithLegalEffect(workspace: Workspace): ReadonlySet<string> {
  return new Set(workspace.all('System').filter(({ value }) => value.modelCard?.legalEffect === true).map(({ id }) => id));
}

/** True when a machine decides, as far as is written, and the law has a say in it. */
function decidesAlone(step: StepModel, deciding: ReadonlySet<string>): boolean {
  const how = automationOf(step);
  if (how === 'human' || how === 'assisted') return false;
  if (systemsOf(step).some((id) => deciding.has(id))) return true;
  return how === 'automated' && (step.type === 'decision' || step.type === 'approval') && (step.value.regulated ?? []).length > 0;
}

function* missing(journey: JourneyModel, step: StepModel): Iterable<Finding> {
  const { spec } = journey;
  const decides = `Step \`${step.id}\` decides by machine with legal effect`;
  if ((step.value.regulated ?? spec.value.regulated ?? []).length === 0) {
    yield { at: placeOfAutomation(journey, step), message: `${decides}, but names no regime that allows it.`, hint: 'Add `regulated:` with the id of the regime that the decision is under, from `regimes` of the Policy, or let a person decide with `automation: assisted`.' };
  }
  if (riskOf(step) !== 'high' && !leadsToReview(journey, step)) {
    yield { at: placeOfAutomation(journey, step), message: `${decides}, and nobody looks at the case again.`, hint: `Add a step in which somebody looks again, with \`automation: human\`, and name it in \`next\` or \`onFail\` of \`${step.id}\`.` };
  }
  if (!isExplained(journey, step)) {
    yield { at: { spec, path: [...step.path, 'id'] }, message: `${decides}, and no text tells the customer why.`, hint: `Add \`disclosures:\` with the text that gives the reasons to \`${step.id}\` or to the step in which the customer hears of it.` };
  }
}

function riskOf({ value }: StepModel): string | undefined {
  return typeof value.automation === 'object' ? value.automation.risk : undefined;
}

/** True when the step or one that may follow shows a text. */
function isExplained(journey: JourneyModel, step: StepModel): boolean {
  const told = closure([step.id], (id) => journey.from(id).map(({ to }) => to));
  return [...told].some((id) => (journey.step(id)?.value.disclosures ?? []).length > 0);
}

function placeOfAutomation({ spec }: JourneyModel, { value, path }: StepModel): Place {
  if (value.automation === undefined) return { spec, path: [...path, 'id'] };
  return { spec, path: typeof value.automation === 'string' ? [...path, 'automation'] : [...path, 'automation', 'how'] };
}

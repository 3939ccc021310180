import type { JourneyModel, StageModel } from '../../../model/journey.js';
import type { JourneyRule } from '../../../schema/kinds/journey.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const example = (rest: string): string => activeDocument('Journey', 'decision', rest);

/** Sales before duty. */
export const overrideFirst: Rule = {
  id: 'variant/override-first',
  code: 'VAR-003',
  summary: 'Where a step is regulated, a rule that treats customers differently stands behind one that keeps to the regulation.',
  rationale: 'A tailored offer must never push aside what the law says everybody is owed.',
  severity: 'error',
  preset: 'regulated',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.2'],
  silencedBy: [{ code: 'REF-002', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'The duty goes before the offer',
        files: {
          'journey.yaml': example(`stages: [{id: tell, title: Tell, steps: [{id: tell, title: We tell the decision, lane: frontstage, regulated: [gdpr], end: success}]}]
rules:
  - {id: offers, type: personalise, stages: [tell], precedence: 10}
  - {id: no-offers, type: override, precedence: 100, regime: gdpr, do: suppress offers}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Nothing goes before the offer',
        files: {
          'journey.yaml': example(`stages: [{id: tell, title: Tell, steps: [{id: tell, title: We tell the decision, lane: frontstage, regulated: [gdpr], end: success}]}]
rules:
  - {id: offers, type: personalise, stages: [tell], precedence: 10}
`),
        },
        at: 'offers',
        message: 'Rule `offers` applies in stage `tell`, where step `tell` is under `gdpr`, and no override goes before it.',
      },
      {
        title: 'The duty comes second',
        files: {
          'journey.yaml': example(`stages: [{id: tell, title: Tell, steps: [{id: tell, title: We tell the decision, lane: frontstage, regulated: [{regime: gdpr, asks: reasons}], end: success}]}]
rules:
  - {id: offers, type: prioritise, precedence: 10}
  - {id: no-offers, type: override, precedence: 5, do: suppress offers}
`),
        },
        at: 'offers',
        message: 'Rule `offers` applies in stage `tell`, where step `tell` is under `gdpr`, and no override goes before it.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const [index, rule] of (journey.spec.value.rules ?? []).entries()) {
        const unguarded = rule.type === 'personalise' || rule.type === 'prioritise' ? unguardedStep(journey, rule) : undefined;
        if (unguarded === undefined) continue;
        yield {
          at: { spec: journey.spec, path: ['rules', index, 'id'] },
          message: `Rule \`${rule.id}\` applies in stage \`${unguarded.stage}\`, where step \`${unguarded.step}\` is under \`${unguarded.regime}\`, and no override goes before it.`,
          hint: `Add a rule such as \`{id: ..., type: override, regime: ${unguarded.regime}, precedence: ${(rule.precedence ?? 0) + 10}, do: ...}\`, or leave \`${unguarded.stage}\` out of \`stages\`.`,
        };
      }
    },
};

/** The first regulated step in the rule's reach that no stronger override of its regime protects. */
function unguardedStep(journey: JourneyModel, rule: JourneyRule): { readonly stage: string; readonly step: string; readonly regime: string } | undefined {
  for (const stage of journey.stages.filter((each) => appliesIn(rule, each))) {
    for (const { id, regulated = [] } of stage.value.steps) {
      const regime = regulated.map((each) => (typeof each === 'string' ? each : each.regime)).find((each) => !isGuarded(journey, rule, stage, each));
      if (regime !== undefined) return { stage: stage.id, step: id, regime };
    }
  }
  return undefined;
}

function isGuarded({ spec }: JourneyModel, rule: JourneyRule, stage: StageModel, regime: string): boolean {
  return (spec.value.rules ?? []).some((other) => other.type === 'override' && appliesIn(other, stage) && (other.regime ?? regime) === regime && (other.precedence ?? -1) > (rule.precedence ?? -1));
}

function appliesIn({ stages }: JourneyRule, { id }: StageModel): boolean {
  return stages === undefined || stages.includes(id);
}

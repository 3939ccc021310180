import { stopsWithout } from '../../../analysis/system-use.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, draftDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => activeDocument('Journey', 'visit', rest);

/** Something that is needed and has nothing to take its place. */
export const fallbackIndependent: Rule = {
  id: 'variant/fallback-independent',
  code: 'VAR-002',
  summary: 'Where a step or a rule needs a system or data, it says what is done without them, and that does not need the same system.',
  rationale: 'Systems fail on ordinary days. Without something to fall back on the customer stands before a closed door.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.5'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'REF-002', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'Without the portal the customer calls; without the preference any slot is offered',
        files: {
          'journey.yaml': example(`stages:
  - id: book
    title: Book
    steps:
      - {id: choose, title: Customer chooses a slot, lane: customer, channel: app, dependsOn: [{system: portal, fallback: {step: call}}], end: success}
      - {id: call, title: We call, lane: frontstage, channel: phone, entry: portal is down, systems: [crm], end: success}
rules:
  - {id: slots, type: personalise, uses: [preference], variants: [{id: morning}, {id: any, default: true}], fallback: {when: no preference, do: any}}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Nothing is done without the portal',
        files: {
          'journey.yaml': example(`stages:
  - id: book
    title: Book
    steps:
      - {id: choose, title: Customer chooses a slot, lane: customer, channel: app, dependsOn: [{system: portal}], end: success}
`),
        },
        at: 'portal',
        message: 'Step `choose` stops without `portal`, and nothing says what is done then.',
      },
      {
        title: 'The way around needs the same system',
        files: {
          'journey.yaml': example(`stages:
  - id: book
    title: Book
    steps:
      - {id: choose, title: Customer chooses a slot, lane: customer, channel: app, dependsOn: [{system: portal, fallback: {step: call}}], end: success}
      - {id: call, title: We call, lane: frontstage, channel: phone, entry: portal is down, systems: [crm, portal], end: success}
`),
        },
        at: 'call',
        message: 'Step `choose` falls back on `call` when `portal` is down, and `call` needs `portal` as well.',
      },
      {
        title: 'A rule that does not say what it does without its data',
        files: {
          'journey.yaml': example(`stages: [{id: visit, title: Visit, steps: [{id: visit, title: Technician visits, lane: frontstage, end: success}]}]
rules:
  - {id: slots, type: personalise, uses: [preference], variants: [{id: morning}, {id: any, default: true}]}
`),
        },
        at: 'slots',
        message: 'Rule `slots` uses data, and nothing says what it does when they are missing.',
      },
      {
        title: 'The way around asks the system that holds the data',
        files: {
          'data.yaml': draftDocument('DataCatalog', 'data', 'elements: [{id: preference, title: Wanted time, class: internal, nature: personal, master: portal}]\n'),
          'journey.yaml': example(`stages: [{id: visit, title: Visit, steps: [{id: visit, title: Technician visits, lane: frontstage, end: success}]}]
rules:
  - {id: slots, type: personalise, uses: [preference], variants: [{id: morning}, {id: any, default: true}], fallback: {do: the last slot, system: portal}}
`),
        },
        at: 'portal',
        message: 'Rule `slots` falls back on `portal`, which holds the data (`preference`) that are missing then.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      yield* dependencies(journey);
      yield* rules(workspace, journey);
    },
};

function* dependencies(journey: JourneyModel): Iterable<Finding> {
  for (const each of journey.steps) {
    const { id, value } = each;
    for (const [index, { system, mode, fallback }] of (value.dependsOn ?? []).entries()) {
      const at = [...each.path, 'dependsOn', index];
      const step = fallback?.step === undefined ? undefined : journey.step(fallback.step);
      if (mode !== 'degraded' && fallback === undefined) {
        yield { at: { spec: journey.spec, path: [...at, 'system'] }, message: `Step \`${id}\` stops without \`${system}\`, and nothing says what is done then.`, hint: 'Add `fallback: {step: ...}` with another step, or `fallback: {text: ...}` with what people do; if the step goes on with less, write `mode: degraded`.' };
      } else if (step !== undefined && stopsWithout(step, system)) {
        yield { at: { spec: journey.spec, path: [...at, 'fallback', 'step'] }, message: `Step \`${id}\` falls back on \`${step.id}\` when \`${system}\` is down, and \`${step.id}\` needs \`${system}\` as well.`, hint: `Name a step that does without \`${system}\`, or describe the way of working in \`fallback: {text: ...}\`.` };
      }
    }
  }
}

function* rules({ registers }: Workspace, { spec }: JourneyModel): Iterable<Finding> {
  for (const [index, { id, uses = [], fallback }] of (spec.value.rules ?? []).entries()) {
    if (uses.length === 0) continue;
    const held = uses.find((element) => fallback?.system !== undefined && registers.elements.get(element)?.value.master === fallback.system);
    if (fallback === undefined) {
      yield { at: { spec, path: ['rules', index, 'id'] }, message: `Rule \`${id}\` uses data, and nothing says what it does when they are missing.`, hint: 'Add `fallback: {when: data missing, do: ...}` with the variant that everybody may get.' };
    } else if (held !== undefined) {
      yield { at: { spec, path: ['rules', index, 'fallback', 'system'] }, message: `Rule \`${id}\` falls back on \`${fallback.system}\`, which holds the data (\`${held}\`) that are missing then.`, hint: 'Name another system, or a variant that needs none.' };
    }
  }
}

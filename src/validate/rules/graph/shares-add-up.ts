import { targetsOf } from '../../../model/transitions.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Edge } from '../../../schema/kinds/step.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('repair', 'visit', rest);

/** Parts of the cases that do not make up all of them. */
export const sharesAddUp: Rule = {
  id: 'graph/shares-add-up',
  code: 'GRF-004',
  summary: 'Where the ways of a choice say how many cases take them, together they are all cases.',
  rationale: 'Plans for staff and costs are multiplied by these numbers. If they do not add up, some customers are counted twice or not at all.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.2'],
  silencedBy: [{ code: 'REF-002', within: 'spec' }, { code: 'GRF-001', within: 'explained' }, { code: 'GRF-005', within: 'subject' }],
  examples: {
    valid: [
      {
        title: 'Seven of ten cases and three of ten',
        files: {
          'journey.yaml': example(`      - {id: check, title: We look at the photo, lane: backstage, next: [{to: post, share: 0.7}, {to: visit, when: too large, share: 0.3}]}
      - {id: post, title: A new part is sent, lane: support, end: success}
      - {id: visit, title: Technician visits, lane: frontstage, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'One case in ten is missing',
        files: {
          'journey.yaml': example(`      - {id: check, title: We look at the photo, lane: backstage, next: [{to: post, share: 0.6}, {to: visit, when: too large, share: 0.3}]}
      - {id: post, title: A new part is sent, lane: support, end: success}
      - {id: visit, title: Technician visits, lane: frontstage, end: success}
`),
        },
        at: 'next',
        message: 'The shares of the ways from step `check` add up to 0.9 and not to 1.',
      },
      {
        title: 'One way says nothing',
        files: {
          'journey.yaml': example(`      - {id: check, title: We look at the photo, lane: backstage, next: [{to: post, share: 0.7}, {to: visit, when: too large}]}
      - {id: post, title: A new part is sent, lane: support, end: success}
      - {id: visit, title: Technician visits, lane: frontstage, end: success}
`),
        },
        at: 'visit',
        message: 'The way from step `check` to `visit` has no share, and another way from there has one.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const step of journey.steps) if (Array.isArray(step.value.next) && step.value.next.some(hasShare)) yield* misfit(journey, step, targetsOf(step.value.next));
    },
};

function hasShare(way: string | Edge): boolean {
  return typeof way !== 'string' && way.share !== undefined;
}

function* misfit({ spec }: JourneyModel, step: StepModel, ways: ReturnType<typeof targetsOf>): Iterable<Finding> {
  const { id } = step;
  const shares = ways.flatMap(({ edge }) => edge.share ?? []);
  const without = ways.find(({ edge }) => edge.share === undefined);
  const sum = Math.round(shares.reduce((total, share) => total + share, 0) * 1e6) / 1e6;
  if (without !== undefined) {
    const at = 'to' in without.edge ? [...without.path, 'to'] : without.path;
    yield {
      at: { spec, path: [...step.path, 'next', ...at] },
      message: `The way from step \`${id}\` to \`${without.to}\` has no share, and another way from there has one.`,
      hint: `Write \`{to: ${without.to}, share: ${remainder(sum)}}\`, or delete the other shares.`,
    };
  } else if (Math.abs(sum - 1) > 0.01) {
    yield {
      at: { spec, path: [...step.path, 'next'], part: 'key' },
      message: `The shares of the ways from step \`${id}\` add up to ${sum} and not to 1.`,
      hint: 'Correct the shares: 0.7 means seven of ten cases, and all ways together make 1.',
    };
  }
}

function remainder(sum: number): number {
  return Math.max(0, Math.round((1 - sum) * 100) / 100);
}

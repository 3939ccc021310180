import type { JourneyModel } from '../../../model/journey.js';
import type { Training } from '../../../schema/kinds/journey.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Staff who learn how a journey goes only after it goes so. */
export const trainingInTime: Rule = {
  id: 'change/training-in-time',
  code: 'CHG-008',
  summary: 'Whoever has to learn how a journey goes has learnt it when the journey begins to hold.',
  rationale: 'Staff who are trained a week later follow the old way for a week, and customers are told two different things.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M4.3'],
  examples: {
    valid: [
      { title: 'Everybody has learnt it the day before', files: { 'journey.yaml': lostCard('{audience: claims, covers: [block], due: 2026-11-30}') } },
      { title: 'A training for a version to come', files: { 'journey.yaml': lostCard('{audience: claims, covers: [block], for: 2.0.0, due: 2027-02-28}') } },
      { title: 'A plan has until the day on which it is to be real', files: { 'journey.yaml': lostCard('{audience: claims, covers: [block], due: 2027-02-28}', 'perspective: to-be\nby: 2027-03-01\n') } },
    ],
    invalid: [
      {
        title: 'The training comes two weeks late',
        files: { 'journey.yaml': lostCard('{audience: claims, material: "lms://cards-7", covers: [block], due: 2026-12-15}') },
        at: '2026-12-15',
        message: 'Team `claims` has until 2026-12-15 to learn how journey `lost-card` goes, which holds from 2026-12-01.',
      },
      {
        title: 'A training for just this version',
        files: { 'journey.yaml': lostCard('{audience: payments, for: 1.0.0, due: 2026-12-02}') },
        at: '2026-12-02',
        message: 'Team `payments` has until 2026-12-02 to learn how journey `lost-card` goes, which holds from 2026-12-01.',
      },
      {
        title: 'A plan whose training ends after its day',
        files: { 'journey.yaml': lostCard('{audience: claims, due: 2027-03-02}', 'perspective: to-be\nby: 2027-03-01\n') },
        at: '2027-03-02',
        message: 'Team `claims` has until 2027-03-02 to learn how journey `lost-card` goes, which is to be real by 2027-03-01.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const [index, training] of (journey.spec.value.training ?? []).entries()) {
        if (isAboutThisVersion(journey, training)) yield* lateIn(journey, training, index);
      }
    },
};

/** What teaches another version follows the days of that version. */
function isAboutThisVersion({ spec }: JourneyModel, { for: version }: Training): boolean {
  return version === undefined || version === spec.value.version;
}

function* lateIn({ id, spec }: JourneyModel, { audience, due }: Training, index: number): Iterable<Finding> {
  const { perspective, by, effective } = spec.value;
  const isPlan = perspective === 'to-be';
  const first = isPlan ? by : effective?.from;
  if (due === undefined || first === undefined || due <= first) return;
  yield {
    at: { spec, path: ['training', index, 'due'] },
    message: `Team \`${audience}\` has until ${due} to learn how journey \`${id}\` goes, which ${isPlan ? 'is to be real by' : 'holds from'} ${first}.`,
    hint: `Write \`due: ${first}\` or an earlier day, or a later day under \`${isPlan ? 'by' : 'effective'}\` of the journey.`,
  };
}

function lostCard(training: string, more = ''): string {
  return activeDocument('Journey', 'lost-card', `effective: {from: 2026-12-01}
${more}training: [${training}]
stages: [{id: report, title: Report, steps: [{id: block, title: We block the card, lane: frontstage, end: success}]}]
`);
}

import type { JourneyModel } from '../../../model/journey.js';
import type { Finding, Rule } from '../../rule.js';

/** Planned journeys that have no present counterpart or no day, and present ones that have. */
export const toBeCompared: Rule = {
  id: 'lifecycle/to-be-compared',
  code: 'LIF-007',
  summary: 'A planned journey says what it is compared with and by which day it is to be real.',
  rationale: 'A gap has two ends. A plan without the present to compare it with, or without a day, is a wish.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S1.F3'],
  examples: {
    valid: [
      { title: 'Both ends are named', files: { 'journey.yaml': lostCard('perspective: to-be\ncomparesTo: {spec: lost-card@1.0.0}\nby: 2027-06-30\n') } },
      { title: 'Nothing to compare with, and why', files: { 'journey.yaml': lostCard('perspective: to-be\ncomparesTo: {none: true, reason: nobody reports by app today}\nby: 2027-06-30\n') } },
    ],
    invalid: [
      {
        title: 'Neither counterpart nor day',
        files: { 'journey.yaml': lostCard('perspective: to-be\n') },
        at: 'to-be',
        message: 'Journey `lost-card-app` is planned and does not say what it is compared with and by when it is to be real.',
      },
      {
        title: 'A day is missing',
        files: { 'journey.yaml': lostCard('perspective: to-be\ncomparesTo: {spec: lost-card@1.0.0}\n') },
        at: 'to-be',
        message: 'Journey `lost-card-app` is planned and does not say by when it is to be real.',
      },
      {
        title: 'A day for what is real already',
        files: { 'journey.yaml': lostCard('by: 2027-06-30\n') },
        at: 'by',
        message: 'Journey `lost-card-app` has `by`, which is for planned journeys, and describes what is.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      const found = journey.spec.value.perspective === 'to-be' ? unfinishedPlan(journey) : plannedPresent(journey);
      if (found !== undefined) yield found;
    },
};

function unfinishedPlan({ id, spec }: JourneyModel): Finding | undefined {
  const { comparesTo, by } = spec.value;
  const isCompared = comparesTo !== undefined && !('none' in comparesTo && !comparesTo.none);
  const missing = [...(isCompared ? [] : ['what it is compared with']), ...(by === undefined ? ['by when it is to be real'] : [])];
  if (missing.length === 0) return undefined;
  const hints = [...(isCompared ? [] : ['Add `comparesTo: {spec: ...}` with the id and version of the journey as it is today, or `comparesTo: {none: true, reason: ...}` if there is none yet.']), ...(by === undefined ? ['Add `by:` with the day, written year-month-day.'] : [])];
  return { at: { spec, path: ['perspective'] }, message: `Journey \`${id}\` is planned and does not say ${missing.join(' and ')}.`, hint: hints.join(' ') };
}

function plannedPresent({ id, spec }: JourneyModel): Finding | undefined {
  const field = spec.value.comparesTo !== undefined ? 'comparesTo' : spec.value.by !== undefined ? 'by' : undefined;
  if (field === undefined) return undefined;
  return { at: { spec, path: [field], part: 'key' }, message: `Journey \`${id}\` has \`${field}\`, which is for planned journeys, and describes what is.`, hint: `Add \`perspective: to-be\` if the journey is a plan, or delete \`${field}\`.` };
}

function lostCard(more: string): string {
  return `apiVersion: waymark/v1
kind: Journey
id: lost-card-app
title: Lost card in the app
version: 1.0.0
status: active
owner: claims
${more}stages:
  - id: report
    title: Report
    steps:
      - {id: tap, title: Customer blocks the card, lane: customer, channel: app, end: success}
`;
}

import { tellsOfPeople } from '../../analysis/data-use.js';
import type { Check } from './check.js';

/** Whoever is asked about themselves has a right to know why. */
export const collectedData: Check = {
  id: 'collected-data',
  summary: 'What is newly asked about a person is for those who protect data to judge.',
  *judge({ versions, differences }) {
    for (const difference of differences) {
      if (difference.shape !== 'StepData' || difference.field !== 'collects' || difference.deed !== 'added') continue;
      if (tellsOfPeople(versions.after, String(difference.after!.value))) yield { claims: [difference], kind: 'personal-element-added' };
    }
  },
};

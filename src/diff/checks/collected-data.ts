import type { Check } from './check.js';

/** Whoever is asked about themselves has a right to know why. */
export const collectedData: Check = {
  id: 'collected-data',
  summary: 'What is newly asked about a person is for those who protect data to judge.',
  *judge({ versions, differences }) {
    for (const difference of differences) {
      if (difference.shape !== 'StepData' || difference.field !== 'collects' || difference.deed !== 'added') continue;
      const element = versions.after.registers.elements.get(String(difference.after!.value));
      if (element?.value.nature === 'personal') yield { claims: [difference], kind: 'personal-element-added' };
    }
  },
};

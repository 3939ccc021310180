import { suchAs } from '../../../analysis/spec-words.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const catalog = (rest: string): string => activeDocument('DataCatalog', 'claims-data', rest);

/** Data that nobody looks after. Who decides about them, their owner, is a field that STR-008 asks for. */
export const elementLookedAfter: Rule = {
  id: 'data/element-looked-after',
  code: 'DAT-001',
  summary: 'Every data element, and every thing that data are about, has a team that looks after it.',
  rationale: 'Data that are wrong, late or doubled stay so until somebody has the task to put them right. The one who decides about them seldom has the time.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M2.3'],
  examples: {
    valid: [
      {
        title: 'Each has a steward',
        files: { 'data.yaml': catalog(`elements:
  - {id: iban, title: Bank account, class: restricted, nature: personal, owner: payments, steward: claims}
entities:
  - {id: payment, master: crm, steward: claims}
`) },
      },
    ],
    invalid: [
      {
        title: 'Nobody looks after the data',
        files: { 'data.yaml': catalog(`elements:
  - {id: iban, title: Bank account, class: restricted, nature: personal, owner: payments}
`) },
        at: 'iban',
        message: 'Nobody looks after data element `iban`.',
      },
      {
        title: 'Nobody looks after data of a Directory',
        files: { 'data.yaml': activeDocument('Directory', 'claims-data', `data:
  iban: {title: Bank account, class: restricted, nature: personal, owner: payments}
`) },
        at: 'iban',
        message: 'Nobody looks after data element `iban`.',
      },
      {
        title: 'Nobody looks after the thing that the data are about',
        files: { 'data.yaml': catalog(`entities:
  - {id: payment, master: crm}
`) },
        at: 'payment',
        message: 'Nobody looks after what is kept about each `payment`.',
      },
    ],
  },
  *check({ workspace: { registers, find } }) {
    const hintFor = (team: string): string => `Add \`steward:\` with the id of the team that keeps it right and complete${suchAs(find('Team', team)?.id)}.`;
    for (const { id, value, spec, path } of registers.elements.values()) {
      if (value.steward !== undefined) continue;
      const at = spec.kind === 'Directory' ? { spec, path, part: 'key' as const } : { spec, path: [...path, 'id'] };
      yield { at, message: `Nobody looks after data element \`${id}\`.`, hint: hintFor(value.owner ?? spec.owner) };
    }
    for (const { id, value, spec, path } of registers.entities) {
      if (value.steward === undefined) yield { at: { spec, path: [...path, 'id'] }, message: `Nobody looks after what is kept about each \`${id}\`.`, hint: hintFor(spec.owner) };
    }
  },
};

import { didYouMean, listOf } from '../../../base/words.js';
import type { Reference } from '../../../model/references.js';
import { describePlace } from '../../../schema/names.js';
import type { Finding, Rule } from '../../rule.js';

/** A reference that leads nowhere. References into a journey have a rule of their own. */
export const targetExists: Rule = {
  id: 'reference/target-exists',
  code: 'REF-001',
  summary: 'Every reference leads to something of the right kind.',
  rationale: 'A name that leads nowhere is a team that nobody asks, a promise that nobody keeps, or data that nobody protects.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['all'],
  examples: {
    valid: [
      {
        title: 'The owner is a team of the workspace',
        files: { 'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
      },
    ],
    invalid: [
      {
        title: 'The owner is misspelt',
        files: { 'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 0.1.0\nstatus: draft\nowner: clams\n' },
        at: 'clams',
        message: 'There is no team `clams`, which `owner` of SLA `answer` names.',
      },
    ],
  },
  *check({ workspace }) {
    for (const reference of workspace.references) {
      if (reference.target !== undefined || isInnerReference(reference) || isPerhapsDeclared(reference, workspace.perhapsDeclared)) continue;
      yield finding(reference);
    }
  },
};

/** References to a step, a stage or another place inside a journey. */
export function isInnerReference({ expected, text }: Reference): boolean {
  return text.includes('#') ? !expected.includes('Role') && !expected.includes('Actor') && !expected.includes('Team or role') : expected.every((each) => ['Step', 'Stage', 'Disclosure'].includes(each));
}

/** True when the name may stand in a document that could not be read. */
export function isPerhapsDeclared({ text }: Reference, perhapsDeclared: (name: string) => boolean): boolean {
  return text.split(/[@#./]/).some((part) => perhapsDeclared(part)) || perhapsDeclared(text);
}

function finding(reference: Reference): Finding {
  const { from, path, field, text, expected } = reference;
  const nouns = listOf(expected.filter((each) => each !== 'none' && each !== '*').map(nounOfTarget), 'or');
  const place = describePlace(from.kind, from.value, path.slice(0, -1));
  return {
    at: { spec: from, path },
    message: `There is no ${nouns} \`${text}\`, which \`${field}\` of ${place} names.`,
    hint: didYouMean(text, reference.known()) || `Declare \`${text}\`, or name one that exists.`,
  };
}

function nounOfTarget(target: string): string {
  const nouns: { readonly [target: string]: string } = { Sla: 'SLA', Kpi: 'KPI', DataClass: 'data class', LifecyclePhase: 'phase', Element: 'data element', Status: 'status word', 'same kind': 'document', Actor: 'team', Consumer: 'team', Moment: 'event or step', Subject: 'document' };
  return nouns[target] ?? target.toLowerCase();
}

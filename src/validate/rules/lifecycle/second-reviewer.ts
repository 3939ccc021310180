import { recordBook } from '../../../analysis/records.js';
import { readReference } from '../../../analysis/written-reference.js';
import { listOf } from '../../../base/words.js';
import { isActive, type Spec } from '../../../model/spec.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const sla = activeDocument('Sla', 'answer');

/** Reviews in which the owner looked at its own work alone. */
export const secondReviewer: Rule = {
  id: 'lifecycle/second-reviewer',
  code: 'LIF-016',
  summary: 'The latest review or audit of a document was not held by one role of the owning team alone.',
  rationale: 'Who wrote something reads what was meant. Somebody else reads what is there.',
  severity: 'warning',
  preset: 'regulated',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S0.P2.3.4'],
  examples: {
    valid: [
      { title: 'Somebody of another team was there', files: { 'sla.yaml': sla, 'record.yaml': review('[claims#lead, payments#lead]') } },
      { title: 'Another team looked', files: { 'sla.yaml': sla, 'record.yaml': review('[payments#lead]') } },
    ],
    invalid: [
      {
        title: 'The owner alone',
        files: { 'sla.yaml': sla, 'record.yaml': review('[claims#lead]') },
        at: 'claims#lead',
        message: 'Only `claims#lead` looked at `answer`, which its own team owns.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const book = recordBook(workspace, asOf);
    const alone = new Map<Spec<'Record'>, Spec[]>();
    for (const spec of workspace.specs.filter((each) => isActive(each) && each.directory === undefined && each.kind !== 'Record')) {
      const latest = book.latest(spec, ['review', 'audit']);
      if (latest === undefined || !isByOwnerAlone(latest, spec)) continue;
      if (alone.has(latest)) alone.get(latest)!.push(spec);
      else alone.set(latest, [spec]);
    }
    for (const [record, specs] of alone) {
      const named = [...specs.slice(0, 3).map(({ id }) => `\`${id}\``), ...(specs.length > 3 ? [`${specs.length - 3} more`] : [])];
      yield {
        at: { spec: record, path: ['by', 0] },
        message: `Only \`${record.value.by[0]}\` looked at ${listOf(named)}, which its own team owns.`,
        hint: 'Ask somebody who does not answer for it to look too, and add a Record of `type: review` with both roles under `by`.',
      };
    }
  },
};

function isByOwnerAlone({ value }: Spec<'Record'>, { owner }: Spec): boolean {
  const roles = new Set(value.by);
  return roles.size === 1 && readReference(value.by[0]!).id === owner;
}

function review(by: string): string {
  return `apiVersion: waymark/v1\nkind: Record\nid: review-1\ntype: review\ndate: 2026-05-04\nby: ${by}\nsubject: [answer@1.0.0]\noutcome: confirmed\n`;
}

import { declaredPurposes, usedOtherwise } from '../../../analysis/data-use.js';
import { rankOfClass } from '../../../analysis/protection.js';
import type { CalendarDay } from '../../../base/date.js';
import type { Path } from '../../../base/json.js';
import { listOf } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { AccessGrant } from '../../../schema/kinds/data-catalog.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = (grant: string): string => activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: iban, title: Bank account, class: restricted, nature: personal}
purposes:
  - {id: paying, basis: contract}
  - {id: offers, basis: consent, consentKey: mkt}
activities:
  - {id: pay-claims, purpose: paying, elements: [iban], subjects: [policyholder]}
grants:
  - ${grant}
`);

/** A permission that is wider, or lasts longer, than what it is for. */
export const grantFits: Rule = {
  id: 'data/grant-fits',
  code: 'DAT-011',
  summary: 'Every permission to see data fits the purpose that the data are used for, names well protected data one by one, and ends.',
  rationale: 'People should see what their work needs and no more. A permission that nobody ends outlives the job that it was given for.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S3.M5.3'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'REF-001', within: 'name' }],
  examples: {
    valid: [{ title: 'One piece of data, for its purpose, for a year', files: { 'data.yaml': catalog('{role: payments#lead, elements: [iban], purpose: paying, expires: 2027-09-30}') } }],
    invalid: [
      {
        title: 'For another purpose',
        files: { 'data.yaml': catalog('{role: payments#lead, elements: [iban], purpose: offers, expires: 2027-09-30}') },
        at: 'iban',
        message: '`payments#lead` may see `iban` for `offers`, for which no activity uses it.',
      },
      {
        title: 'Everything',
        files: { 'data.yaml': catalog('{role: payments#lead, classes: ["*"], purpose: paying, expires: 2027-09-30}') },
        at: '"*"',
        message: '`payments#lead` may see data of every class, restricted ones included.',
      },
      {
        title: 'For ever',
        files: { 'data.yaml': catalog('{role: payments#lead, elements: [iban], purpose: paying}') },
        at: 'payments#lead',
        message: 'The permission of `payments#lead` never ends.',
      },
      {
        title: 'It has ended',
        files: { 'data.yaml': catalog('{role: payments#lead, elements: [iban], purpose: paying, expires: 2026-09-30}') },
        at: '2026-09-30',
        message: 'The permission of `payments#lead` ended on 2026-09-30.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const declared = declaredPurposes(workspace);
    for (const catalogSpec of workspace.all('DataCatalog')) {
      for (const [index, grant] of (catalogSpec.value.grants ?? []).entries()) {
        const path = ['grants', index];
        yield* forAnotherPurpose(workspace, declared, catalogSpec, grant, path);
        yield* wildcard(workspace, catalogSpec, grant, path);
        yield* ending(catalogSpec, grant, path, asOf);
      }
    }
  },
};

function* forAnotherPurpose(workspace: Workspace, declared: ReadonlyMap<string, ReadonlySet<string>>, spec: Spec, { role, elements = [], purpose }: AccessGrant, path: Path): Iterable<Finding> {
  const misfit = purpose === undefined ? [] : usedOtherwise(workspace, declared, elements, purpose);
  if (misfit[0] === undefined) return;
  const them = misfit.length === 1 ? 'it' : 'them';
  yield {
    at: { spec, path: [...path, 'elements', elements.indexOf(misfit[0])] },
    names: misfit.map((each) => `data element ${each}`),
    message: `\`${role}\` may see ${listOf(misfit.map((each) => `\`${each}\``))} for \`${purpose}\`, for which no activity uses ${them}.`,
    hint: `Take ${them} out of the permission, or give it for a purpose that the data are used for.`,
  };
}

function* wildcard(workspace: Workspace, spec: Spec, { role, classes = [] }: AccessGrant, path: Path): Iterable<Finding> {
  const index = classes.indexOf('*');
  const least = rankOfClass(workspace, 'restricted');
  const widest = [...workspace.registers.classRanks].find(([, rank]) => rank >= least);
  if (index < 0 || widest === undefined) return;
  yield {
    at: { spec, path: [...path, 'classes', index] },
    message: `\`${role}\` may see data of every class, ${widest[0]} ones included.`,
    hint: 'Name the classes below that one, and under `elements` each well protected piece of data that the role needs.',
  };
}

function* ending(spec: Spec, { role, expires }: AccessGrant, path: Path, asOf: CalendarDay): Iterable<Finding> {
  if (expires === undefined) yield { at: { spec, path: [...path, 'role'] }, message: `The permission of \`${role}\` never ends.`, hint: 'Add `expires:` with the first day on which it no longer holds, for example `expires: 2027-12-31`.' };
  else if (expires <= asOf) yield { at: { spec, path: [...path, 'expires'] }, message: `The permission of \`${role}\` ended on ${expires}.`, hint: 'Delete it and take the access away, or have it granted again and write the new day.' };
}

import { isReadWhole } from '../../../analysis/completeness.js';
import { isAboutPeople } from '../../../analysis/data-use.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = (profiles: string): string => activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: photo, title: Damage photo, class: confidential, nature: personal}
${profiles}`);

const workshop = `apiVersion: waymark/v1
kind: Record
id: engagement-3
type: engagement
date: 2026-06-11
by: [claims#lead]
subject: [claims-data@1.0.0]
`;

/** Cases that are shown in workshops without a way of making people unrecognisable, or with groups too small for it. */
export const anonymisationProfile: Rule = {
  id: 'data/anonymisation-profile',
  code: 'DAT-018',
  summary: 'Where cases are shown to others, a way of making people unrecognisable is set, and its groups are large enough.',
  rationale: 'In a workshop or an export real cases leave the protected systems, and two details are often enough to recognise somebody.',
  severity: 'error',
  preset: 'regulated',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M5.4'],
  examples: {
    valid: [{ title: 'Cards for workshops in groups of ten', files: { 'record.yaml': workshop, 'data.yaml': catalog('profiles:\n  - {id: cards, use: workshop, method: k-anonymity, params: {k: 10}}\n') } }],
    invalid: [
      {
        title: 'A workshop and no profile',
        files: { 'record.yaml': workshop, 'data.yaml': catalog('') },
        at: 'claims-data',
        message: 'Cases were shown to others (`engagement-3`), but no data catalogue says how people in them are made unrecognisable.',
      },
      {
        title: 'Groups of two',
        files: { 'data.yaml': catalog('profiles:\n  - {id: cards, use: workshop, method: k-anonymity, params: {k: 2}}\n') },
        at: '2',
        message: 'Profile `cards` lets groups be as small as 2, in which people can be recognised.',
      },
      {
        title: 'Groups of any size',
        files: { 'data.yaml': catalog('profiles:\n  - {id: cards, use: workshop, method: k-anonymity}\n') },
        at: 'k-anonymity',
        message: 'Profile `cards` does not say how large its groups are at least.',
      },
    ],
  },
  *check({ workspace }) {
    yield* missingProfile(workspace);
    for (const each of workspace.all('DataCatalog')) yield* smallGroups(each);
  },
};

/** A walk through the journey with the people who do it, or with customers, shows them cases. */
function* missingProfile(workspace: Workspace): Iterable<Finding> {
  if (!isReadWhole(workspace, 'DataCatalog')) return;
  const record = workspace.all('Record').find(({ value }) => value.type === 'engagement' || value.type === 'validation');
  const catalogs = workspace.all('DataCatalog').filter(isActive);
  const holder = catalogs.find(({ value }) => (value.elements ?? []).some(isAboutPeople));
  if (record === undefined || holder === undefined) return;
  if (catalogs.some(({ value }) => (value.profiles ?? []).some(({ use }) => use === undefined || use === 'workshop' || use === 'export'))) return;
  yield {
    at: { spec: holder, path: ['id'] },
    message: `Cases were shown to others (\`${record.id}\`), but no data catalogue says how people in them are made unrecognisable.`,
    hint: 'Add `profiles: [{id: ..., use: workshop, method: k-anonymity, params: {k: 10}}]` to the catalogue.',
  };
}

/** A group of fewer people than this does not hide anybody. */
const smallestGroup = 5;

function* smallGroups(spec: Spec<'DataCatalog'>): Iterable<Finding> {
  for (const [index, { id, method, params }] of (spec.value.profiles ?? []).entries()) {
    const path = ['profiles', index];
    const hint = `Write \`params: {k: 10}\`; ${smallestGroup} is the least.`;
    if (params?.k !== undefined && params.k < smallestGroup) yield { at: { spec, path: [...path, 'params', 'k'] }, message: `Profile \`${id}\` lets groups be as small as ${params.k}, in which people can be recognised.`, hint };
    else if (method === 'k-anonymity' && params?.k === undefined) yield { at: { spec, path: [...path, 'method'] }, message: `Profile \`${id}\` does not say how large its groups are at least.`, hint };
  }
}

import { isReadWhole, mayTellOf } from '../../../analysis/completeness.js';
import { isWithin } from '../../../analysis/regions.js';
import type { CalendarDay } from '../../../base/date.js';
import { addTo } from '../../../base/groups.js';
import type { Path } from '../../../base/json.js';
import { listOf } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const policy = examplePolicy(`data: {allowedRegions: [EU, UK]}
`);

const mailer = (thirdParty: string): string => activeDocument('System', 'mailer', `thirdParty: ${thirdParty}
`);

const catalog = (transfers: string): string => activeDocument('DataCatalog', 'claims-data', `purposes:
  - {id: service, basis: contract}
activities:
  - {id: write-letters, purpose: service, elements: [], subjects: [policyholder], transfers: ${transfers}}
`);

const assessment = (validUntil: string): string => `apiVersion: waymark/v1
kind: Record
id: assessment-9
type: assessment
date: 2026-01-10
by: [claims#lead]
subject: [mailer@1.0.0]
assesses: tia
validUntil: ${validUntil}
`;

/** Data in a region that the Policy does not allow, without a safeguard, a valid assessment, or a line in the register. */
export const regionAllowed: Rule = {
  id: 'data/region-allowed',
  code: 'DAT-013',
  summary: 'Companies outside process data in the regions that the Policy allows; elsewhere a safeguard is on record and the register of processing tells of it.',
  rationale: 'Outside the allowed regions other laws hold, and the company answers for what happens to its customers\' data there.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S3.M1.6'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [
      { title: 'In a country of the EU', files: { 'policy.yaml': policy, 'mailer.yaml': mailer('{vendor: Letters Ltd, country: [IE, GB]}') } },
      {
        title: 'Elsewhere with a safeguard that the register tells of',
        files: {
          'policy.yaml': policy,
          'data.yaml': catalog('[{to: US, safeguard: standard contractual clauses}]'),
          'mailer.yaml': mailer('{vendor: Letters Ltd, country: [US], transfers: [{to: US, safeguard: standard contractual clauses}]}'),
          'record.yaml': assessment('2027-01-10'),
        },
      },
    ],
    invalid: [
      {
        title: 'Elsewhere without a safeguard',
        files: { 'policy.yaml': policy, 'mailer.yaml': mailer('{vendor: Letters Ltd, country: [IE, US]}') },
        at: 'US',
        message: 'Letters Ltd processes data of `mailer` in US, which is outside EU and UK, without a safeguard.',
      },
      {
        title: 'The assessment has ended',
        files: { 'policy.yaml': policy, 'mailer.yaml': mailer('{vendor: Letters Ltd, country: [US]}'), 'record.yaml': assessment('2026-11-01') },
        at: 'US',
        message: 'The assessment `assessment-9` of what Letters Ltd does with data in US ended on 2026-11-01.',
      },
      {
        title: 'The register does not tell of it',
        files: { 'policy.yaml': policy, 'data.yaml': catalog('[]'), 'mailer.yaml': mailer('{vendor: Letters Ltd, transfers: [{to: US, safeguard: standard contractual clauses}]}') },
        at: 'US',
        message: 'No activity of the data catalogues tells that Letters Ltd passes data to US.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const allowed = workspace.policy.value.data?.allowedRegions;
    if (allowed === undefined) return;
    const assessments = transferAssessments(workspace);
    const register = transfersInRegister(workspace);
    for (const system of workspace.all('System')) {
      if (mayTellOf(workspace, 'Record', [system.id])) continue;
      for (const outside of regionsOutside(system, allowed)) {
        yield* unsafe(system, outside, allowed, assessments.get(system.id) ?? [], asOf) ?? unregistered(system, outside, register);
      }
    }
  },
};

interface Outside {
  readonly region: string;
  readonly path: Path;
  readonly safeguarded: boolean;
}

/** Each region outside once: by the transfer that has a safeguard, else by the country. */
function regionsOutside({ value }: Spec<'System'>, allowed: readonly string[]): readonly Outside[] {
  const { country = [], transfers = [] } = value.thirdParty ?? {};
  const places: readonly Outside[] = [
    ...transfers.map(({ to }, index) => ({ region: to, path: ['thirdParty', 'transfers', index, 'to'], safeguarded: true })),
    ...country.map((region, index) => ({ region, path: ['thirdParty', 'country', index], safeguarded: false })),
  ];
  const outside = places.filter(({ region }) => !isWithin(region, allowed));
  return outside.filter((place, index) => outside.findIndex(({ region }) => isWithin(place.region, [region])) === index);
}

/** Nothing when the transfer is safe: a safeguard or an assessment that holds, and no assessment that has ended since. */
function unsafe(spec: Spec<'System'>, { region, path, safeguarded }: Outside, allowed: readonly string[], assessments: readonly Spec<'Record'>[], asOf: CalendarDay): readonly Finding[] | undefined {
  const { id, value } = spec;
  const at = { spec, path };
  const vendor = value.thirdParty!.vendor;
  if (assessments.some((record) => record.value.validUntil === undefined || record.value.validUntil > asOf)) return undefined;
  const ended = assessments.at(-1);
  if (ended !== undefined) return [{ at, message: `The assessment \`${ended.id}\` of what ${vendor} does with data in ${region} ended on ${ended.value.validUntil}.`, hint: `Assess the transfer again and add a Record of \`type: assessment\` with \`assesses: tia\` and the subject \`${id}@${value.version}\`.` }];
  if (safeguarded) return undefined;
  return [{ at, message: `${vendor} processes data of \`${id}\` in ${region}, which is outside ${listOf(allowed)}, without a safeguard.`, hint: `Add \`transfers: [{to: ${region}, safeguard: ...}]\` with what makes it lawful, or a Record of \`type: assessment\` with \`assesses: tia\` about \`${id}\`.` }];
}

function unregistered(spec: Spec<'System'>, { region, path }: Outside, register: readonly string[] | undefined): readonly Finding[] {
  if (register === undefined || isWithin(region, register)) return [];
  return [{ at: { spec, path }, message: `No activity of the data catalogues tells that ${spec.value.thirdParty!.vendor} passes data to ${region}.`, hint: `Add \`{to: ${region}, safeguard: standard contractual clauses}\` under \`transfers\` of the activity that these data belong to.` }];
}

/** Assessments of transfers, by the system that they are about. */
function transferAssessments(workspace: Workspace): ReadonlyMap<string, readonly Spec<'Record'>[]> {
  const found = new Map<string, Spec<'Record'>[]>();
  for (const record of workspace.all('Record')) {
    if (record.value.type !== 'assessment' || record.value.assesses !== 'tia') continue;
    for (const subject of record.value.subject) addTo(found, subject.split(/[@#]/)[0]!, record);
  }
  return found;
}

/** Where activities pass data to; `undefined` when no register is kept here or a part of it could not be read. */
function transfersInRegister(workspace: Workspace): readonly string[] | undefined {
  const { activities } = workspace.registers;
  if (activities.length === 0 || !isReadWhole(workspace, 'DataCatalog')) return undefined;
  return activities.flatMap(({ value }) => (value.transfers ?? []).map(({ to }) => to));
}

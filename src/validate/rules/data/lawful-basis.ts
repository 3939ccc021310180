import { isReadWhole } from '../../../analysis/completeness.js';
import { declaredPurposes, isAboutPeople } from '../../../analysis/data-use.js';
import { isAtLeast } from '../../../analysis/protection.js';
import type { CalendarDay } from '../../../base/date.js';
import type { Entry } from '../../../model/registers.js';
import type { Workspace } from '../../../model/workspace.js';
import type { DataElement, Purpose } from '../../../schema/kinds/data-catalog.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = (rest: string): string => activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: injury, title: Who was hurt, class: special, nature: personal, subjectCategory: injured person}
${rest}`);

const used = '  - {id: settle, purpose: settling, elements: [injury], subjects: [injured person]}\n';

const assessment = (fields: string): string => `apiVersion: waymark/v1
kind: Record
id: assessment-7
type: assessment
date: 2026-01-10
by: [claims#lead]
subject: [claims-data@1.0.0]
${fields}`;

/** Data about people without a purpose, or with a purpose that lacks what the law asks of its ground. */
export const lawfulBasis: Rule = {
  id: 'data/lawful-basis',
  code: 'DAT-004',
  summary: 'Data about people are used for a stated purpose, on a lawful ground with everything that belongs to it.',
  rationale: 'Without a lawful ground the company may not hold the data at all, and a customer who asks must be told the reason.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S4.M5.6'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'REF-001', within: 'name' }],
  examples: {
    valid: [
      {
        title: 'Special data with a ground of Art. 9',
        files: { 'data.yaml': catalog(`purposes:\n  - {id: settling, basis: contract, art9: "legal claims, Art. 9(2)(f)"}\nactivities:\n${used}`) },
      },
      {
        title: 'A weighing of interests that still holds',
        files: {
          'data.yaml': catalog(`purposes:\n  - {id: settling, basis: legitimate-interests, art9: explicit consent, assessment: assessment-7}\nactivities:\n${used}`),
          'record.yaml': assessment('assesses: lia\nvalidUntil: 2027-01-10\n'),
        },
      },
    ],
    invalid: [
      {
        title: 'No activity uses the data',
        files: { 'data.yaml': catalog('') },
        at: 'injury',
        message: 'No activity says what data element `injury` is used for.',
      },
      {
        title: 'No activity is about these people',
        files: { 'data.yaml': catalog('purposes:\n  - {id: settling, basis: contract, art9: explicit consent}\nactivities:\n  - {id: settle, purpose: settling, elements: [injury], subjects: [policyholder]}\n') },
        at: 'injured person',
        message: 'Data element `injury` tells of `injured person`, but no activity that uses it is about them.',
      },
      {
        title: 'Special data without a ground of Art. 9',
        files: { 'data.yaml': catalog(`purposes:\n  - {id: settling, basis: contract}\nactivities:\n${used}`) },
        at: 'settling',
        message: 'Purpose `settling` uses `injury`, a special class of data, and names no ground of Art. 9.',
      },
      {
        title: 'Consent that is kept nowhere',
        files: { 'data.yaml': catalog(`purposes:\n  - {id: settling, basis: consent, art9: explicit consent}\nactivities:\n${used}`) },
        at: 'consent',
        message: 'Purpose `settling` rests on consent, but has no key under which the consent is kept.',
      },
      {
        title: 'Nobody weighed the interests',
        files: { 'data.yaml': catalog(`purposes:\n  - {id: settling, basis: legitimate-interests, art9: explicit consent}\nactivities:\n${used}`) },
        at: 'legitimate-interests',
        message: 'Purpose `settling` rests on legitimate interests, but no assessment weighs them.',
      },
      {
        title: 'The Record weighs something else',
        files: {
          'data.yaml': catalog(`purposes:\n  - {id: settling, basis: legitimate-interests, art9: explicit consent, assessment: assessment-7}\nactivities:\n${used}`),
          'record.yaml': assessment('assesses: tool\n'),
        },
        at: 'assessment-7',
        message: 'Purpose `settling` rests on legitimate interests, but `assessment-7` does not weigh them.',
      },
      {
        title: 'The assessment has ended',
        files: {
          'data.yaml': catalog(`purposes:\n  - {id: settling, basis: legitimate-interests, art9: explicit consent, assessment: assessment-7}\nactivities:\n${used}`),
          'record.yaml': assessment('assesses: lia\nvalidUntil: 2026-11-01\n'),
        },
        at: 'assessment-7',
        message: 'The assessment `assessment-7` of purpose `settling` ended on 2026-11-01.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    if (isReadWhole(workspace, 'DataCatalog')) {
      const activities = activitiesByElement(workspace);
      for (const entry of workspace.registers.elements.values()) if (isAboutPeople(entry.value)) yield* unexplained(entry, activities.get(entry.id));
    }
    const special = purposesOfSpecialData(workspace);
    for (const purpose of workspace.registers.purposes.values()) {
      const element = special.get(purpose.id);
      if (element !== undefined && purpose.value.art9 === undefined) yield withoutArticle9(purpose, element);
      yield* withoutProof(purpose, workspace, asOf);
    }
  },
};

/** Stands for those whom an activity is about that does not say so. Nobody can write it. */
const anybody = '';

/** For each data element, the people whom the activities that use it are about. */
function activitiesByElement({ registers }: Workspace): ReadonlyMap<string, ReadonlySet<string>> {
  const subjects = new Map<string, Set<string>>();
  for (const { elements = [], subjects: own = [] } of registers.activities.map(({ value }) => value)) {
    for (const element of elements) {
      const known = subjects.get(element) ?? new Set<string>();
      subjects.set(element, known);
      for (const subject of own.length > 0 ? own : [anybody]) known.add(subject);
    }
  }
  return subjects;
}

function* unexplained({ id, value, spec, path }: Entry<DataElement>, subjects: ReadonlySet<string> | undefined): Iterable<Finding> {
  const name = spec.kind === 'Directory' ? { spec, path, part: 'key' as const } : { spec, path: [...path, 'id'] };
  if (subjects === undefined) {
    yield { at: name, names: [`data element ${id}`], message: `No activity says what data element \`${id}\` is used for.`, hint: `Name \`${id}\` under \`elements\` of an activity of a data catalogue, together with the purpose of that activity. If nothing uses it, delete it.` };
  } else if (value.subjectCategory !== undefined && !subjects.has(value.subjectCategory) && !subjects.has(anybody)) {
    yield { at: { spec, path: [...path, 'subjectCategory'] }, message: `Data element \`${id}\` tells of \`${value.subjectCategory}\`, but no activity that uses it is about them.`, hint: `Add \`${value.subjectCategory}\` to \`subjects\` of an activity that uses \`${id}\`, or correct the word here.` };
  }
}

/** Purposes for which a special class of data is used, each with one of the elements. */
function purposesOfSpecialData(workspace: Workspace): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [element, purposes] of declaredPurposes(workspace)) {
    if (!isAtLeast(workspace, element, 'special')) continue;
    for (const purpose of purposes) if (!found.has(purpose)) found.set(purpose, element);
  }
  return found;
}

function withoutArticle9({ id, spec, path }: Entry<Purpose>, element: string): Finding {
  return { at: { spec, path: [...path, 'id'] }, message: `Purpose \`${id}\` uses \`${element}\`, a special class of data, and names no ground of Art. 9.`, hint: 'Add `art9:` with the ground in words, such as the customer\'s explicit consent. Your data protection officer knows which one holds.' };
}

/** What consent and legitimate interests need beside the word, and an assessment that no longer holds. */
function* withoutProof({ id, value, spec, path }: Entry<Purpose>, workspace: Workspace, asOf: CalendarDay): Iterable<Finding> {
  const basis = { spec, path: [...path, 'basis'] };
  const weighs = value.basis === 'legitimate-interests';
  if (value.basis === 'consent' && value.consentKey === undefined) {
    yield { at: basis, message: `Purpose \`${id}\` rests on consent, but has no key under which the consent is kept.`, hint: 'Add `consentKey:` with the name under which your systems keep this consent.' };
  }
  if (value.assessment === undefined) {
    if (weighs) yield { at: basis, message: `Purpose \`${id}\` rests on legitimate interests, but no assessment weighs them.`, hint: 'Add `assessment:` with the id of the Record of `type: assessment` in which the interests were weighed.' };
    return;
  }
  const record = workspace.find('Record', value.assessment);
  if (record === undefined) return;
  const at = { spec, path: [...path, 'assessment'] };
  const { type, assesses = 'lia', validUntil } = record.value;
  if (weighs && (type !== 'assessment' || assesses !== 'lia')) {
    yield { at, message: `Purpose \`${id}\` rests on legitimate interests, but \`${record.id}\` does not weigh them.`, hint: 'Name a Record of `type: assessment` with `assesses: lia`.' };
  } else if (validUntil !== undefined && validUntil <= asOf) {
    yield { at, message: `The assessment \`${record.id}\` of purpose \`${id}\` ended on ${validUntil}.`, hint: 'Assess again, add a Record of the result, and name that one here.' };
  }
}

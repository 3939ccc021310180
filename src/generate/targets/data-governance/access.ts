import { countingRecords } from '../../../analysis/records.js';
import { compareText } from '../../../base/diagnostic.js';
import type { Spec } from '../../../model/spec.js';
import type { AccessGrant } from '../../../schema/kinds/data-catalog.js';
import { fill, type FilledRegister, type Register } from '../../register.js';
import type { GeneratorInput, LossHere } from '../../target.js';
import type { Catalogues } from './catalogues.js';

interface Access {
  /** What the grant or the Record says of who may see what. */
  readonly grant: AccessGrant;
  readonly document: Spec;
  /** Of a Record. */
  readonly outcome?: string | undefined;
  readonly date?: string;
  readonly corrects?: string | undefined;
  readonly by: 'element' | 'class' | 'nothing';
  /** The class that the grant names, where it is one. */
  readonly granted: string | undefined;
  readonly element: string | undefined;
  readonly from: Catalogues;
}

/** Who may see which data. */
export const accessMatrix: Register<Access> = {
  id: 'access-matrix',
  description: 'One row for each role and each piece of data that it may see, for which purpose and until when: as the data catalogues grant it, and as Records of access say what became of it. A Record may also say that access was refused or withdrawn: its `outcome` tells.',
  columns: [
    { name: 'role', always: true, description: 'Who, as `team#role`.', of: ({ grant }) => grant.role },
    { name: 'element', description: 'The piece of data; empty where a class holds none, or a grant names nothing.', of: ({ element }) => element },
    { name: 'title', description: 'Its name for people.', of: ({ element, from }) => (element === undefined ? undefined : from.element(element)?.title) },
    { name: 'class', description: 'Its class of protection.', of: ({ element, from, granted }) => (element === undefined ? granted : from.element(element)?.class) },
    { name: 'by', always: true, words: ['element', 'class', 'nothing'], description: 'Whether the grant names the piece of data or its class, or neither.', of: ({ by }) => by },
    { name: 'grantedClass', description: 'The class that the grant names; `*` is every class.', of: ({ granted }) => granted },
    { name: 'purpose', description: 'What for.', of: ({ grant }) => grant.purpose },
    { name: 'purposeTitle', description: 'The same for people.', of: ({ grant, from }) => from.purpose(grant.purpose)?.title },
    { name: 'document', always: true, description: 'Where it is written: a data catalogue that grants it, or a Record of access.', of: ({ document }) => document.coordinate },
    { name: 'date', description: 'Of a Record: its day.', of: ({ date }) => date },
    { name: 'outcome', description: 'Of a Record: what came of it, in words. Read them before the row is taken for a right.', of: ({ outcome }) => outcome },
    { name: 'corrects', description: 'Of a Record: the Record that it takes the place of, which has no rows any more.', of: ({ corrects }) => corrects },
    { name: 'until', description: 'The first day on which it no longer holds; empty where it has no end.', of: ({ grant }) => grant.expires },
  ],
};

/** The filled register. */
export function accessRegister(from: Catalogues, records: readonly Spec<'Record'>[]): FilledRegister {
  const granted = from.catalogues.flatMap((document) => (document.value.grants ?? []).flatMap((grant) => accessBy({ grant, document, from })));
  const recorded = records.flatMap((document) => accessOnRecord(document, from));
  return fill(accessMatrix, [...granted, ...recorded].toSorted((a, b) => compareText(a.grant.role, b.grant.role) || compareText(a.element ?? '', b.element ?? '')), [...from.sources, ...records]);
}

/** Records of access that stand. One that another one corrects is told as lost, and so is one that names no role. */
export function accessRecords({ all, workspace }: GeneratorInput): { readonly records: readonly Spec<'Record'>[]; readonly losses: readonly LossHere[] } {
  const access = all('Record').filter(({ value }) => value.type === 'access');
  const standing = new Set(countingRecords(workspace, '9999-12-31'));
  const records = access.filter((record) => standing.has(record) && record.value.role !== undefined);
  const lost = access.filter((record) => !records.includes(record)).map((record): LossHere => ({ subject: record.coordinate, field: '', reason: standing.has(record) ? 'It names no role, so nobody knows who may see the data: write `role`.' : 'Another Record corrects it, and only that one has rows in the access matrix.' }));
  return { records, losses: lost };
}

function accessOnRecord(document: Spec<'Record'>, from: Catalogues): readonly Access[] {
  const { role, elements = [], purpose, expires, outcome, date, supersedes } = document.value;
  const grant: AccessGrant = { role: role!, elements, ...(purpose === undefined ? {} : { purpose }), ...(expires === undefined ? {} : { expires }) };
  return accessBy({ grant, document, from, outcome, date, corrects: supersedes });
}

/** A class stands for the data of that class alone, and not for weaker ones. */
function accessBy(said: Omit<Access, 'by' | 'granted' | 'element'>): readonly Access[] {
  const { elements = [], classes = [] } = said.grant;
  const named = elements.map((element): Access => ({ ...said, by: 'element', granted: undefined, element }));
  const classed = classes.flatMap((granted) => ofClass(said.from, granted).map((element): Access => ({ ...said, by: 'class', granted, element })));
  const all = [...named, ...classed];
  return all.length > 0 ? all : [{ ...said, by: 'nothing', granted: undefined, element: undefined }];
}

function ofClass({ elements }: Catalogues, granted: string): readonly (string | undefined)[] {
  const found = elements.filter(({ value }) => granted === '*' || value.class === granted).map(({ id }) => id);
  return found.length > 0 ? found : [undefined];
}

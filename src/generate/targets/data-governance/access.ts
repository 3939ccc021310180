import { compareText } from '../../../base/diagnostic.js';
import type { AccessGrant } from '../../../schema/kinds/data-catalog.js';
import { fill, type FilledRegister, type Register } from '../../register.js';
import type { Catalogues } from './catalogues.js';

interface Access {
  readonly grant: AccessGrant;
  readonly by: 'element' | 'class' | 'nothing';
  /** The class that the grant names, where it is one. */
  readonly granted: string | undefined;
  readonly element: string | undefined;
  readonly from: Catalogues;
}

/** Who may see which data. */
export const accessMatrix: Register<Access> = {
  id: 'access-matrix',
  description: 'One row for each role and each piece of data that it may see: for which purpose and until when, as the data catalogues grant it.',
  columns: [
    { name: 'role', always: true, description: 'Who, as `team#role`.', of: ({ grant }) => grant.role },
    { name: 'element', description: 'The piece of data; empty where a class holds none, or a grant names nothing.', of: ({ element }) => element },
    { name: 'title', description: 'Its name for people.', of: ({ element, from }) => (element === undefined ? undefined : from.element(element)?.title) },
    { name: 'class', description: 'Its class of protection.', of: ({ element, from, granted }) => (element === undefined ? granted : from.element(element)?.class) },
    { name: 'by', always: true, words: ['element', 'class', 'nothing'], description: 'Whether the grant names the piece of data or its class, or neither.', of: ({ by }) => by },
    { name: 'grantedClass', description: 'The class that the grant names; `*` is every class.', of: ({ granted }) => granted },
    { name: 'purpose', description: 'What for.', of: ({ grant }) => grant.purpose },
    { name: 'purposeTitle', description: 'The same for people.', of: ({ grant, from }) => from.purpose(grant.purpose)?.title },
    { name: 'until', description: 'The first day on which it no longer holds; empty where it has no end.', of: ({ grant }) => grant.expires },
  ],
};

/** The filled register. */
export function accessRegister(from: Catalogues): FilledRegister {
  const rows = from.catalogues.flatMap(({ value }) => (value.grants ?? []).flatMap((grant) => accessBy(grant, from)));
  return fill(accessMatrix, rows.toSorted((a, b) => compareText(a.grant.role, b.grant.role) || compareText(a.element ?? '', b.element ?? '')), from.sources);
}

/** A class stands for the data of that class alone, and not for weaker ones. */
function accessBy(grant: AccessGrant, from: Catalogues): readonly Access[] {
  const { elements = [], classes = [] } = grant;
  const named = elements.map((element): Access => ({ grant, from, by: 'element', granted: undefined, element }));
  const classed = classes.flatMap((granted) => ofClass(from, granted).map((element): Access => ({ grant, from, by: 'class', granted, element })));
  const all = [...named, ...classed];
  return all.length > 0 ? all : [{ grant, from, by: 'nothing', granted: undefined, element: undefined }];
}

function ofClass({ elements }: Catalogues, granted: string): readonly (string | undefined)[] {
  const found = elements.filter(({ value }) => granted === '*' || value.class === granted).map(({ id }) => id);
  return found.length > 0 ? found : [undefined];
}

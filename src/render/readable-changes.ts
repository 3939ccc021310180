import { documentPartOf } from '../model/spec.js';
import { isProofShown, type Seen } from './shown-promises.js';

/** A change between two versions, as far as it matters who may know of it. */
interface ToldChange {
  readonly subject: string;
  readonly message: string;
  readonly kind?: string;
  readonly facts?: { readonly [name: string]: unknown };
}

/**
 * The changes that readers may know of: those that neither version keeps from them. What a document was before it was opened to them, and what has been deleted
 * since, only the earlier version knows.
 */
export function readableChanges<Change extends ToldChange>(sides: readonly Seen[], changes: readonly Change[]): readonly Change[] {
  const limited = sides.filter(({ sight }) => sight?.isComplete === false);
  return limited.length === 0 ? changes : changes.filter((change) => limited.every((side) => mayKnow(side, change)));
}

function mayKnow(side: Seen, { subject, message, kind, facts }: ToldChange): boolean {
  const spec = side.workspace.specAt(documentPartOf(subject));
  if ((spec !== undefined && !side.sight!.sees(spec)) || !side.sight!.mayRead(message)) return false;
  return kind === undefined || !isAboutProof(kind) || (spec !== undefined && isProofShown(side, spec.id, String(facts?.['promise'])));
}

/** What differs in the proof of a promise, though perhaps nobody has touched it. */
function isAboutProof(kind: string): boolean {
  return /^promise-(?:proof|slack|premise|path)-/.test(kind);
}

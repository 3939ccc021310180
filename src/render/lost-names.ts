import { brokenUnmarkedReferences } from '../analysis/unmarked-references.js';
import { readReference } from '../analysis/written-reference.js';
import type { Reference } from '../model/references.js';
import type { Workspace } from '../model/workspace.js';
import type { Audience } from './audiences.js';
import type { Named, NamesIn } from './hidden-names.js';

/** Who may read of what nothing is known of: it may have been for anybody. */
const narrowest: Audience = 'restricted';

/** What documents share as words, and what lies inside of whoever names it: of these nothing is kept from anybody. */
const shared: readonly string[] = ['Channel', 'DataClass', 'Disclosure', 'Forum', 'LifecyclePhase', 'Measure', 'Pain', 'Person', 'Regime', 'Scenario', 'Stage', 'Step', 'Tier', 'none', '*'];

/** What may be a word of the language as well. */
const entries: readonly string[] = ['Event', 'Moment', 'Status'];

/** Names that lead nowhere. They may be those of documents that were kept from somebody, and have been deleted since. */
export function lostNames(workspace: Workspace, isFor: (access: Audience) => boolean): NamesIn {
  const isOpen = isFor(narrowest);
  const unmarked = brokenUnmarkedReferences(workspace).filter(({ noun }) => /system|event|KPI/.test(noun));
  const texts = [...workspace.unresolved.filter(mayBeKept), ...unmarked.map(({ text, noun }) => ({ text, expected: [noun === 'event' ? 'Event' : noun] }))];
  const named = (isEntry: boolean): readonly Named[] => texts.filter(({ expected }) => expected.some((each) => entries.includes(each)) === isEntry).flatMap(({ text }) => partsOf(text)).map((id) => ({ id, isOpen }));
  return { documents: named(false), entries: named(true) };
}

function mayBeKept({ expected, text }: Reference): boolean {
  return text.includes('#') || expected.some((each) => !shared.includes(each));
}

/** `import/id#role` names what is imported by its own id as well. */
function partsOf(text: string): readonly string[] {
  const { id } = readReference(text);
  return [...new Set([id, id.split('/').at(-1)!])];
}

import { below, type Path } from '../../base/json.js';
import { Proposals } from '../../base/proposals.js';
import { listOf, quoted } from '../../base/words.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Kpi } from '../../schema/kinds/kpi.js';
import type { Entry } from '../../model/registers.js';
import type { EmittedEvent } from '../../schema/kinds/system.js';
import { walkFor } from '../../schema/walk.js';
import { isUnreadable } from './readable.js';
import type { FormulaProblem } from './problems.js';
import { attributeNames } from './sources.js';

/** What every case has, whether or not an event carries it: the journey and stage that it is in, and whose case it is. */
const commonDimensions: readonly string[] = ['journey', 'stage', 'channel', 'persona', 'region'];

type Propose = (word: string, known: readonly string[]) => string;

interface Named {
  readonly name: string;
  readonly path: Path;
}

/** What a KPI is to be split by and cannot be. Paths from the KPI. */
export function dimensionProblems(workspace: Workspace, { value, document }: Spec<'Kpi'>, proposals = new Proposals()): readonly FormulaProblem[] {
  const { anchor, dimensions = [] } = value;
  const propose: Propose = (word, known) => proposals.didYouMean(document.source.uri, word, () => known);
  const own = [...dimensions.map((name, index) => ({ name, path: ['dimensions', index] })), ...precedingDimensions(value)];
  const unusual = own.filter(({ name }) => !commonDimensions.includes(name));
  const known = anchor === undefined ? undefined : workspace.registers.events.get(anchor)?.producers[0];
  const wrong = unusual.flatMap((each) => (anchor === undefined ? [withoutAnchor(each)] : known === undefined ? [] : notCarried(each, anchor, known, propose)));
  return [...wrong, ...unsplitSegments(value, propose)];
}

function withoutAnchor({ name, path }: Named): FormulaProblem {
  return { path, message: `The value is split by \`${name}\`, and no anchor event says where that stands.`, hint: `Add \`anchor:\` with the event that puts a case into a period and carries \`${name}\`.` };
}

function notCarried({ name, path }: Named, anchor: string, { value }: Entry<EmittedEvent>, propose: Propose): readonly FormulaProblem[] {
  const names = attributeNames(value);
  if (names.includes(name)) return [];
  return [{ path, message: `The value is split by \`${name}\`, which its anchor event \`${anchor}\` does not carry.`, hint: propose(name, [...names, ...commonDimensions]) || `Add \`${name}\` under \`attributes\` of \`${anchor}\`, or split it by ${listOf(quoted(commonDimensions), 'or')}, which every case has.` }];
}

const walkPreceding = walkFor((type) => type.type === 'scalar' && type.name === 'Name');

/** Dimensions in the formula: what came last before an event. */
function precedingDimensions({ formula }: Kpi): readonly Named[] {
  const found: Named[] = [];
  if (formula === undefined || isUnreadable(formula)) return found;
  walkPreceding('Formula', formula, (_type, name, keys, { shape }) => {
    if (shape === 'PrecededBy') found.push({ name: String(name), path: below(['formula'], ...keys) });
  });
  return found;
}

/** An alert can watch parts only where the KPI is split into them. */
function unsplitSegments({ alerts = [], dimensions = [] }: Kpi, propose: Propose): readonly FormulaProblem[] {
  return alerts.flatMap(({ segment = [] }, index) =>
    segment.flatMap((name, at): readonly FormulaProblem[] =>
      dimensions.includes(name) ? [] : [{ path: ['alerts', index, 'segment', at], message: `An alert watches each \`${name}\`, and the value is not split by it.`, hint: propose(name, dimensions) || `Add \`${name}\` to \`dimensions\`.` }],
    ),
  );
}

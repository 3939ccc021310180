import { explainFormula } from '../../analysis/kpi/explain-formula.js';
import { formulaKey } from '../../analysis/kpi/normal-formula.js';
import { fieldOf, sameJson, valueAt, type JsonValue } from '../../base/json.js';
import type { Formula } from '../../schema/kinds/kpi.js';
import { describePlace } from '../../schema/names.js';
import { walkFor } from '../../schema/walk.js';
import { differ, type Comparing } from '../compare-values.js';
import type { Difference } from '../difference.js';
import { namedBy } from '../renames.js';
import type { OwnComparison } from './comparison.js';

/** A formula is one thing: whatever is changed inside it, the numbers before and after cannot be read in one series. */
export const compareFormulas: OwnComparison = ({ comparing, pair }, home, places, holders) => {
  const [before, after] = [fieldOf(holders.before, 'formula'), fieldOf(holders.after, 'formula')];
  const named = before === undefined ? undefined : byNamesOfToday(comparing, before);
  if (sameJson(named, after)) return;
  if (before === undefined || after === undefined) return differ(comparing, home, before === undefined ? 'added' : 'removed', places, { before, after });
  const name = describePlace(pair.after.kind, pair.after.value, []);
  if (!computesTheSame(named!, after)) return differ(comparing, home, 'changed', places, { before, after }, toldInWords(name, { before, after, named: named! }));
  const message = `The \`formula\` of ${name} is written otherwise and computes the same.`;
  differ(comparing, home, 'rewritten', places, { before, after }, { told: { message, facts: { was: before, is: after } } });
};

interface Formulas {
  readonly before: JsonValue;
  readonly after: JsonValue;
  /** That of before by the names of after. */
  readonly named: JsonValue;
}

const walkReferences = walkFor((type) => namedBy(type).length > 0);

/** A formula with what it names called as it is called now: a promise or a step that was renamed is measured as it was. */
function byNamesOfToday(comparing: Comparing, formula: JsonValue): JsonValue {
  const copy = structuredClone({ formula });
  walkReferences('Kpi', { formula }, (type, text, keys) => {
    const holder = valueAt(copy, keys.slice(0, -1)) as Record<string | number, JsonValue>;
    if (typeof text === 'string') holder[keys.at(-1)!] = comparing.renamed(namedBy(type), text);
  });
  return copy.formula;
}

/** Both formulas as sentences, where these are short enough to be read and do differ. */
function toldInWords(name: string, { before, after, named }: Formulas): Pick<Difference, 'told'> {
  const [was, is] = [explainFormula(named as Formula), explainFormula(after as Formula)];
  if (was === is || was.length + is.length > longestSentences) return {};
  return { told: { message: `The \`formula\` of ${name} computes something else. Before: ${was} Now: ${is}`, facts: { at: 'formula', was: before, is: after } } };
}

const longestSentences = 800;

function computesTheSame(before: JsonValue, after: JsonValue): boolean {
  const key = formulaKey(before as Formula);
  return key !== undefined && key === formulaKey(after as Formula);
}

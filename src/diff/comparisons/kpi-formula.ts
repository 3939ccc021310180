import { explainFormula } from '../../analysis/kpi/explain-formula.js';
import { formulaKey } from '../../analysis/kpi/normal-formula.js';
import { fieldOf, sameJson, type JsonValue } from '../../base/json.js';
import { describePlace } from '../../schema/names.js';
import type { Formula } from '../../schema/kinds/kpi.js';
import { differ } from '../compare-values.js';
import type { Difference } from '../difference.js';
import type { OwnComparison } from './comparison.js';

/** A formula is one thing: whatever is changed inside it, the numbers before and after cannot be read in one series. */
export const compareFormulas: OwnComparison = ({ comparing, pair }, home, places, holders) => {
  const [before, after] = [fieldOf(holders.before, 'formula'), fieldOf(holders.after, 'formula')];
  if (sameJson(before, after)) return;
  if (before === undefined || after === undefined) return differ(comparing, home, before === undefined ? 'added' : 'removed', places, { before, after });
  const name = describePlace(pair.after.kind, pair.after.value, []);
  if (!computesTheSame(before, after)) return differ(comparing, home, 'changed', places, { before, after }, toldInWords(name, before as Formula, after as Formula));
  const message = `The \`formula\` of ${name} is written otherwise and computes the same.`;
  differ(comparing, home, 'rewritten', places, { before, after }, { told: { message, facts: { was: before, is: after } } });
};

/** Both formulas as sentences, where these are short enough to be read and do differ. */
function toldInWords(name: string, before: Formula, after: Formula): Pick<Difference, 'told'> {
  const [was, is] = [explainFormula(before), explainFormula(after)];
  if (was === is || was.length + is.length > longestSentences) return {};
  return { told: { message: `The \`formula\` of ${name} computes something else. Before: ${was} Now: ${is}`, facts: { at: 'formula', was: before as JsonValue, is: after as JsonValue } } };
}

const longestSentences = 800;

function computesTheSame(before: JsonValue, after: JsonValue): boolean {
  const key = formulaKey(before as Formula);
  return key !== undefined && key === formulaKey(after as Formula);
}

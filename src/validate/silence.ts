import type { Raised } from './raised.js';
import type { Finding, Silencer } from './rule.js';

/**
 * Leaves out findings that another finding explains, by what each rule says of itself. One cause is told once. What points
 * at a single finding elsewhere explains it only when it is told itself.
 */
export function silence(raised: readonly Raised[]): readonly Raised[] {
  return withoutExplained(withoutExplained(raised, ({ within }) => !isPointed(within)), ({ within }) => isPointed(within));
}

function isPointed(within: Silencer['within']): boolean {
  return within === 'explained' || within === 'name';
}

function withoutExplained(raised: readonly Raised[], isMeant: (silencer: Silencer) => boolean): readonly Raised[] {
  const causes = new Set(raised.flatMap((each) => causesIn(each).map((scope) => `${each.rule.code} ${scope}`)));
  const explains = ({ code, within }: Silencer, each: Raised): boolean => {
    const effects = effectsIn(each, within);
    return effects.length > 0 && effects.every((effect) => causes.has(`${code} ${effect}`));
  };
  return raised.filter((each) => !(each.rule.silencedBy ?? []).some((silencer) => isMeant(silencer) && explains(silencer, each)));
}

/** Where a finding explains those of other rules. */
function causesIn({ finding, subject }: Raised): readonly string[] {
  const { explains = [], meant = [] } = finding;
  return ['workspace', specScope(finding), `subject ${subject}`, ...explains.map((each) => `explained ${each}`), ...meant.map((each) => `name ${each}`)];
}

/** All that has to be explained before a finding is left out. */
function effectsIn({ finding, subject }: Raised, within: Silencer['within']): readonly string[] {
  if (within === 'workspace') return ['workspace'];
  if (within === 'spec') return [specScope(finding)];
  if (within === 'name') return (finding.names ?? []).map((name) => `name ${name}`);
  return [`${within} ${subject}`];
}

function specScope({ at }: Finding): string {
  return `spec ${at.spec.coordinate}`;
}

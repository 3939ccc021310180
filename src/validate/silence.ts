import type { Raised } from './run-rules.js';
import type { Silencer } from './rule.js';

/** Leaves out findings that another finding explains, by what each rule says of itself. One cause is told once. */
export function silence(raised: readonly Raised[]): readonly Raised[] {
  const causes = new Set(raised.flatMap((each) => scopesOf(each).map((scope) => `${each.rule.code} ${scope}`)));
  return raised.filter((each) => !(each.rule.silencedBy ?? []).some((silencer) => causes.has(`${silencer.code} ${scopeOf(each, silencer.within)}`)));
}

function scopesOf(raised: Raised): readonly string[] {
  return [scopeOf(raised, 'spec'), scopeOf(raised, 'subject'), scopeOf(raised, 'workspace')];
}

function scopeOf({ finding, subject }: Raised, within: Silencer['within']): string {
  if (within === 'workspace') return 'workspace';
  return `${within} ${within === 'spec' ? finding.at.spec.coordinate : subject}`;
}

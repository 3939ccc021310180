/**
 * Words of the trade that authors write where the language has another. They are offered where the nearest spelling
 * would not find them.
 */
export const synonyms: { readonly [word: string]: readonly string[] } = {
  action: ['type', 'do'],
  actions: ['steps'],
  assignee: ['owner', 'actor'],
  condition: ['when'],
  deadline: ['sla', 'promise', 'by'],
  department: ['owner', 'actor'],
  duration: ['time', 'within'],
  emotion: ['feels'],
  emotions: ['feels'],
  goal: ['customerGoal'],
  kpi: ['kpis'],
  label: ['title', 'labels'],
  name: ['title', 'id'],
  opportunities: ['ideas'],
  opportunity: ['ideas'],
  pain: ['pains'],
  painpoint: ['pains'],
  painpoints: ['pains'],
  persona: ['personas'],
  phase: ['lifecycle', 'stages'],
  phases: ['stages'],
  quote: ['quotes'],
  responsible: ['owner', 'raci'],
  role: ['actor', 'by'],
  satisfaction: ['feels'],
  score: ['feels', 'effort'],
  sentiment: ['feels'],
  summary: ['description'],
  swimlane: ['lane'],
  system: ['systems'],
  target: ['targets', 'within'],
  team: ['owner', 'actor'],
  thoughts: ['quotes'],
  touchpoint: ['steps', 'channel'],
  touchpoints: ['steps', 'channel'],
  transition: ['next'],
  transitions: ['next'],
};

/** The fields of `known` that the trade's word may stand for. */
export function fieldsMeantBy(word: string, known: readonly string[]): readonly string[] {
  const meant = synonyms[word.replace(/[-_ ]/g, '').toLowerCase()] ?? [];
  return meant.filter((field) => known.includes(field));
}

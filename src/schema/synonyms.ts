/**
 * Words of the trade that authors write where the language has another. They are offered where the nearest spelling
 * would not find them.
 */
export const synonyms: { readonly [word: string]: readonly string[] } = {
  action: ['type', 'do'],
  actions: ['steps'],
  assignee: ['owner', 'actor'],
  boundary: ['meanwhile'],
  businessvalue: ['businessValue'],
  condition: ['when'],
  deadline: ['sla', 'promise', 'by'],
  department: ['owner', 'actor'],
  duration: ['time', 'within'],
  documents: ['links'],
  emotion: ['feels'],
  emotions: ['feels'],
  frequency: ['volume'],
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
  relateddocs: ['links'],
  relateddocuments: ['links'],
  reminder: ['meanwhile', 'every'],
  quote: ['quotes'],
  responsible: ['owner', 'raci'],
  role: ['actor', 'by'],
  satisfaction: ['feels'],
  scenario: ['customerGoal'],
  score: ['feels', 'effort'],
  sentiment: ['feels'],
  successmetrics: ['measures'],
  summary: ['description'],
  swimlane: ['lane'],
  system: ['systems'],
  target: ['targets', 'within'],
  team: ['owner', 'actor'],
  timeout: ['meanwhile', 'after'],
  timer: ['meanwhile', 'after', 'every'],
  tools: ['systems'],
  touchpoint: ['channel'],
  touchpoints: ['channel'],
  transition: ['next'],
  transitions: ['next'],
};

/** The fields of `known` that the trade's word may stand for. */
export function fieldsMeantBy(word: string, known: readonly string[]): readonly string[] {
  const bare = word.replace(/[-_ ]/g, '').toLowerCase();
  const meant = Object.hasOwn(synonyms, bare) ? synonyms[bare]! : [];
  return meant.filter((field) => known.includes(field));
}

/** What to do with words of the trade that no single field of the place can take. */
const advice: { readonly [word: string]: string } = {
  touchpoint: 'Write each touchpoint as a step of its own, with its `channel` and its `systems`.',
  touchpoints: 'Write each touchpoint as a step of its own, with its `channel` and its `systems`.',
  timer: 'A timer stands at the step that it watches: `meanwhile: [{after: 1d, to: remind}]`.',
  thought: 'Write it as one of the `quotes`, with `kind: thought`.',
  thoughts: 'Write them as `quotes`, each with `kind: thought`.',
  roadmap: 'Write what is planned as `ideas`, each with `planned` and `state`.',
  lastupdated: 'Delete it; git knows when the file was changed.',
  updated: 'Delete it; git knows when the file was changed.',
  author: 'Delete it; git knows who wrote what. Who answers for it stands in `owner`.',
};

/** A sentence about a word of the trade; `undefined` when there is nothing to say. */
export function adviceOn(word: string): string | undefined {
  const bare = word.replace(/[-_ ]/g, '').toLowerCase();
  return Object.hasOwn(advice, bare) ? advice[bare] : undefined;
}

import type { Understood } from './real-mermaid.js';

/** Mermaid lets a task be done by nobody; a journey does not, and so it is the customer. */
export function isNobody(actors: readonly string[]): boolean {
  return actors.every((actor) => actor === '');
}

/** A workspace with the journey that somebody drew in Mermaid: its sections are stages, its tasks steps, and who takes part are teams. */
export function journeyFrom({ title, things, groups }: Understood): { readonly [path: string]: string } {
  const actors = [...new Set(things.flatMap((task) => task.actors ?? []))].filter((actor) => actor !== '');
  const idOf = (actor: string): string => `actor-${actors.indexOf(actor)}`;
  const step = (name: string): object => {
    const { label, score, actors: who = [] } = things.find((thing) => thing.name === name)!;
    return { id: `step-${name}`, title: label, lane: 'frontstage', ...(isNobody(who) ? { lane: 'customer' } : { actor: who.map(idOf) }), feels: { score: score! - 3 } };
  };
  const journey = {
    apiVersion: 'waymark/v1',
    kind: 'Journey',
    id: 'drawn',
    title: title === '' ? 'Untitled' : title,
    version: '0.1.0',
    status: 'draft',
    owner: 'actor-0',
    stages: groups.map(({ label, things: names }, index) => ({ id: `stage-${index}`, title: label === '' ? 'Untitled' : label, steps: names.map(step) })),
  };
  const directory = { apiVersion: 'waymark/v1', kind: 'Directory', id: 'actors', title: 'Actors', version: '0.1.0', status: 'draft', owner: 'actor-0', teams: { 'actor-0': 'Nobody', ...Object.fromEntries(actors.map((actor) => [idOf(actor), actor])) } };
  return {
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: drawn\ntitle: Drawn\nnamespace: example.drawn\n',
    'journey.yaml': JSON.stringify(journey),
    'directory.yaml': JSON.stringify(directory),
  };
}

/**
 * What a picture shows, before any syntax: plain data that a printer turns into text. Ids are ours and readable; each printer gives
 * them names that mean nothing in its syntax.
 */
export type Chart = FlowChart | FeelingChart | SequenceChart | TimeChart | StateChart;

/** The words above a picture, and those that are read to whoever does not see it. */
interface Titled {
  readonly title: string;
  /** What the picture shows, in a sentence or two. */
  readonly description: string;
}

/** How something stands to an earlier version: on the way that breaks a promise it is `broken`, and where something is missing for the proof of one `unproved`. */
export type Mark = 'added' | 'removed' | 'changed' | 'broken' | 'unproved';

/** Boxes in groups, with arrows between them. */
export interface FlowChart extends Titled {
  readonly type: 'flow';
  readonly direction: 'right' | 'down';
  /** True where many arrows are steep: columns stand far apart, and arrows climb between them and not behind boxes. */
  readonly isSpread?: true;
  readonly groups: readonly FlowGroup[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** A frame around boxes. */
export interface FlowGroup {
  readonly id: string;
  readonly label: string;
}

/** What a box stands for; a printer chooses its outline by that. */
export type NodeRole = 'action' | 'decision' | 'wait' | 'message' | 'journey' | 'start' | 'end' | 'system' | 'event' | 'measure' | 'elsewhere';

/** A box. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** A second line. */
  readonly detail?: string;
  /** Further lines below it. */
  readonly details?: readonly string[];
  readonly role: NodeRole;
  /** Id of the group that it stands in. */
  readonly group?: string;
  readonly mark?: Mark;
}

/** An arrow. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** The way that a case takes by itself is solid; what happens beside it, or goes wrong, is dotted. */
  readonly line: 'solid' | 'dotted';
  readonly mark?: Mark;
}

/** Tasks in sections, each with how it feels and who is there. */
export interface FeelingChart extends Titled {
  readonly type: 'feelings';
  readonly sections: readonly { readonly label: string; readonly tasks: readonly FeelingTask[] }[];
}

/** A task with its feeling. */
export interface FeelingTask {
  readonly label: string;
  /** From 1, the worst, to 5. */
  readonly score: 1 | 2 | 3 | 4 | 5;
  readonly actors: readonly string[];
}

/** Who passes what to whom, in order. */
export interface SequenceChart extends Titled {
  readonly type: 'sequence';
  readonly participants: readonly { readonly id: string; readonly label: string; readonly isPerson: boolean }[];
  readonly messages: readonly SequenceMessage[];
}

/** An arrow from one to another. */
export interface SequenceMessage {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Further lines below it. */
  readonly details?: readonly string[];
  readonly line: 'solid' | 'dotted';
}

/** Bars along a line of time that begins at zero. */
export interface TimeChart extends Titled {
  readonly type: 'time';
  /** What the numbers count. */
  readonly unit: 'min' | 'h' | 'd';
  readonly sections: readonly { readonly label: string; readonly bars: readonly TimeBar[] }[];
}

/** A bar: `kept` is within what is promised, `spare` is what is left, `over` is too much, `promise` is the promise itself. */
export interface TimeBar {
  readonly label: string;
  /** In seconds from zero. */
  readonly from: number;
  readonly to: number;
  readonly role: 'promise' | 'kept' | 'spare' | 'over';
}

/** States with the ways between them. */
export interface StateChart extends Titled {
  readonly type: 'states';
  readonly states: readonly { readonly id: string; readonly label: string }[];
  /** `start` and `end` stand for the beginning and the end of all. */
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly label?: string }[];
}

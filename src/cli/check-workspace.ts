import { posix } from 'node:path';
import { namedTexts } from '../analysis/named-texts.js';
import { slashed } from '../base/paths.js';
import type { DraftDebt, WorkspaceReport } from '../report/reporter.js';
import type { Workspace } from '../model/workspace.js';
import { spreadCauses } from '../validate/common-cause.js';
import { validate, type ValidateOptions } from '../validate/validate.js';

/** What the check of one workspace gave. */
export interface Checked {
  readonly report: WorkspaceReport;
  /** Every file that the findings may be about, as reports name them. */
  readonly files: readonly string[];
}

/** Checks a workspace. Each place is told on its own until it is known which are asked for. `root` is its folder as reports name it. */
export function checkWorkspace(workspace: Workspace, root: string, options: ValidateOptions): Checked {
  const { diagnostics, waived, drafts, switchedOff } = validate(workspace, options);
  const report: WorkspaceReport = {
    root,
    title: workspace.root?.value.title ?? root,
    documents: workspace.documents.length,
    diagnostics: spreadCauses(diagnostics),
    waived: waived.length,
    baselined: 0,
    drafts: drafts.map(({ spec, count }): DraftDebt => ({ subject: spec.id, title: 'title' in spec.value ? String(spec.value.title) : spec.id, owed: count })),
    switchedOff,
  };
  return { report, files: filesOf({ root, workspace }) };
}

/** Every file of a workspace: those that something may be said about, and the words for customers that documents name. `root` is its folder as reports name it. */
export function filesOf({ root, workspace: { documents, problems, specs } }: { readonly root: string; readonly workspace: Workspace }): readonly string[] {
  const words = specs.flatMap((spec) => namedTexts(spec).map(({ file }) => posix.join(slashed(root), file)));
  return [...new Set([...documents.map(({ source }) => source.uri), ...problems.map(({ span }) => span.source.uri), ...words])];
}

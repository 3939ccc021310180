/**
 * Waymark as a library: load a workspace, check it, read its model. Nothing here prints, ends the process or changes a
 * file, and importing it does nothing.
 *
 * @packageDocumentation
 */
export { loadWorkspace, loadWorkspaceFrom } from './model/load-workspace.js';
export { validate, type ValidateOptions, type Validation } from './validate/validate.js';
export { rules } from './validate/rules/index.js';
export { formatText, type FormatResult } from './format/format-text.js';

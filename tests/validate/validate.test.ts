import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { validate } from '../../src/validate/validate.js';

const workspace = loadWorkspaceFrom(exampleFiles);

describe('the day that a workspace is judged for', () => {
  it.each(['garbage', '', '2026-02-30', '2026-9-1', '2026-11-22T00:00:00Z'])('is refused when it is %j', (asOf) => {
    expect(() => validate(workspace, { asOf })).toThrow(new RangeError(`asOf has to be a day that exists, written as 2026-11-22, and is ${JSON.stringify(asOf)}.`));
  });

  it.each([[{}], [undefined], [{ asOf: undefined }], [{ asOf: new Date(0) }], [{ asOf: 20_261_122 }]])('is asked for when the options are %j', (options) => {
    expect(() => validate(workspace, options as never)).toThrow(new TypeError('asOf is missing: the day that is judged for, written as 2026-11-22. It is never taken from the clock.'));
  });
});

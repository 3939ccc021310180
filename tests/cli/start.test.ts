import { expect, it, vi } from 'vitest';

it('says in one sentence that the folder in which it is started is gone', async () => {
  const { exitCode } = process;
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const cwd = vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('ENOENT: no such file or directory, uv_cwd'), { code: 'ENOENT', syscall: 'uv_cwd' });
  });
  try {
    await import('../../src/cli/start.js');
    expect([process.exitCode, said.mock.calls]).toEqual([3, [['waymark: the folder in which this runs is not there any more. Go to another one, and run it there.\n']]]);
  } finally {
    process.exitCode = exitCode;
    for (const spy of [said, cwd]) spy.mockRestore();
  }
});
